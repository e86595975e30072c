import type { x402ResourceServer } from '@x402/core/server';
import type { PaymentPayload, PaymentRequirements, SettleResponse } from '@x402/core/types';
import { accountIdOf } from '#domain/account.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { faultRequestOf, type Charge, type RequestContext, type SandboxContext } from '../context.ts';
import type { FaultKind } from '../control/faults.ts';
import type { PaymentNetwork } from '../facilitator/payment-network.ts';
import { frozenAnswer } from '../routes/require-account.ts';
import { brokenAnswer, orderOrCredit } from './after-settlement.ts';
import { authorizationKey } from './authorization-key.ts';
import { NO_STORE, type PaymentWire } from './wire.ts';

/** A payment that matches the requested price, before anything else was checked. */
interface Attempt {
  c: RequestContext;
  charge: Charge;
  deliver: (userId: string) => Promise<Response>;
  payload: PaymentPayload;
  matching: PaymentRequirements;
  network: PaymentNetwork | undefined;
  wire: PaymentWire;
  /** The challenge again, with the reason. */
  ask: (error: string) => Promise<Response>;
  /** Another payment carried this one's id. */
  idTaken: boolean;
  /** Stores the answer for the same payment sent again, if it carries an id. */
  remember: (answer: Response) => Promise<void>;
}

/**
 * Verifies, settles, and only then makes the order: at Laso
 * money moves first. Each `take` runs a fault of the README.
 */
export async function settleAndDeliver(
  context: SandboxContext,
  server: x402ResourceServer,
  attempt: Attempt,
): Promise<Response> {
  const { faults, store, deliveries } = context;
  const { c, charge, payload, matching, network, wire, ask } = attempt;
  const take = (kind: FaultKind) => faults.take(kind, faultRequestOf(c));
  const failed = (errorReason: string, errorMessage: string, payer: string | undefined): SettleResponse => ({
    success: false,
    errorReason,
    errorMessage,
    transaction: '',
    network: matching.network,
    ...(payer ? { payer } : {}),
  });

  if (network?.expire && take('expired-blockhash')) await network.expire(payload);
  const verified = await server
    .verifyPayment(payload, matching)
    .catch((error: unknown) => ({ isValid: false, invalidReason: messageOf(error), payer: undefined }));
  if (!verified.isValid) {
    const reason = verified.invalidReason ?? 'invalid_payment';
    // Laso answers an empty wallet as a settlement that failed, with a body (laso-api.md §2.2).
    if (/insufficient_(balance|funds)/.test(reason)) {
      const words = 'The wallet holds too little USDC.';
      return settlementFailed(c, wire, failed('insufficient_funds', words, verified.payer));
    }
    return ask(reason);
  }
  // Checked only now: a caller that cannot sign must not learn whether an id is known.
  if (attempt.idTaken)
    return c.json({ error: 'This payment id was already used with another payment.' }, 409, NO_STORE);
  const userId = accountIdOf(verified.payer ?? '');
  const frozen = frozenAnswer(c, store.account(userId).frozenMessage);
  if (frozen) return frozen;
  const refused = take('settlement-failure');
  if (refused) {
    const words = refused.message ?? 'The chain did not take this transfer.';
    return settlementFailed(c, wire, failed(refused.reason, words, verified.payer));
  }
  const second = take('second-challenge');
  if (second && !second.settled) return ask(second.message ?? 'Payment required');

  const credit = (): void => store.credit(userId, usdcAtomicToCents(charge.atomic));
  const order = async (): Promise<Response> => {
    const made = await orderOrCredit(c, () => attempt.deliver(userId), credit);
    if (made.ok)
      deliveries.set(
        authorizationKey(payload),
        await made
          .clone()
          .json()
          .catch(() => null),
      );
    return made;
  };
  const late = network?.delaySettlement ? take('settlement-pending') : null;
  // When the transaction is mined at last, no caller waits for
  // the answer: the order is made then, or the money credited.
  if (late)
    await network?.delaySettlement?.(payload, late.ms, async () => {
      if (late.orderMade) await attempt.remember(await order());
      else credit();
    });
  const settled = await server
    .settlePayment(payload, matching)
    .catch((error: unknown) => failed('settlement_failed', messageOf(error), verified.payer));
  if (!settled.success) return settlementFailed(c, wire, settled);

  const withReceipt = (answer: Response): Response => {
    answer.headers.set(...wire.receipt(settled));
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  };
  // A facilitator that gave up too early: the money has moved, and the server requests it again, without a
  // receipt (lessons.md 5).
  const broken = second
    ? { fault: second, answer: await ask(second.message ?? 'Payment required') }
    : brokenAnswer(c, context, take);
  if (!broken) {
    const made = withReceipt(await order());
    await attempt.remember(made);
    return made;
  }
  if (broken.fault.orderMade) await attempt.remember(withReceipt(await order()));
  else credit();
  const isMute = second !== null || broken.fault.refusal === 'empty';
  return isMute ? broken.answer : withReceipt(broken.answer);
}

/**
 * The second 402 (laso-api.md): `{success: false, errorReason, errorMessage, payer, network}`, and the
 * transaction where there is one.
 */
function settlementFailed(c: RequestContext, wire: PaymentWire, settled: SettleResponse): Response {
  const { errorMessage, ...receipt } = settled;
  const { transaction, network, ...rest } = receipt;
  const body = {
    ...rest,
    // The facilitator's own text can contain the whole calldata.
    errorMessage: (errorMessage ?? settled.errorReason ?? '').slice(0, 200),
    network: wire.networkName(network),
    ...(transaction ? { transaction } : {}),
  };
  const [name, value] = wire.receipt(receipt);
  return c.json(body, 402, { [name]: value, ...NO_STORE });
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'unknown error').slice(0, 200);
