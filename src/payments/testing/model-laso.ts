/** For tests: Laso as a model that takes money before it makes the order, and can fail at each step between. */
import type { ListedProduct, ProductEvidence } from '../reconcile/evidence.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';
import type { ModelChain } from './evm/chain.ts';
import { LASO, USDC } from './order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';

export const SERVER_FAULTS = [
  'none',
  'drop-before',
  'drop-after',
  'error-before',
  'error-after',
  'credited',
  'frozen-after',
  'no-product',
  'malformed',
  'refused',
  'second-challenge',
  'pending-lands',
  'pending-never',
  'late',
  'duplicate',
] as const;
export type ServerFault = (typeof SERVER_FAULTS)[number];

interface Order {
  readonly signed: SignedPayment;
  readonly amountAtomic: string;
  readonly amountCents: number;
}

export function createModelLaso(chain: ModelChain, random: () => number) {
  const cards: ListedProduct[] = [];
  const withheld: Order[] = [];
  let signedIn = true;

  const settle = ({ signed, amountAtomic }: Order): string | null =>
    chain.settle({
      asset: USDC,
      payTo: LASO,
      payer: signed.payer,
      amountAtomic,
      nonce: signed.nonce,
      validBeforeSec: signed.validBeforeSec,
    });
  function card(amountCents: number): string {
    const id = `card-${cards.length + 1}`;
    cards.push({ id, kind: 'us-card', amountCents, orderedAtMs: chain.nowSec() * 1000 });
    return id;
  }
  const settlementOf = (success: boolean, transaction: string | null, errorReason: string | null = null) => ({
    success,
    transaction,
    network: null,
    payer: null,
    errorReason,
  });
  const answer = (
    status: number,
    body: unknown,
    settlement: PaidAnswer['settlement'] = null,
  ): PaidAnswer => ({
    kind: 'answered',
    status,
    contentType: 'application/json',
    body,
    settlement,
  });
  const silence: PaidAnswer = { kind: 'silent', cause: new TypeError('Failed to fetch'), settlement: null };

  function take(order: Order, fault: ServerFault): PaidAnswer {
    if (fault === 'drop-before') return silence;
    if (fault === 'error-before') return answer(500, { error: 'broken' });
    if (fault === 'second-challenge') return answer(402, {});
    if (fault === 'refused')
      return answer(
        402,
        { success: false, errorReason: 'insufficient_funds' },
        settlementOf(false, null, 'insufficient_funds'),
      );
    if (fault === 'late') {
      withheld.push(order);
      return silence;
    }
    if (fault === 'pending-never')
      return answer(402, {}, settlementOf(false, `0x${'f'.repeat(64)}`, 'settlement_pending'));
    const transaction = settle(order);
    // Used before, or too late: a facilitator only says that it cannot.
    if (transaction === null)
      return answer(402, { success: false, errorReason: 'invalid_exact_evm_nonce_already_used' });
    if (fault === 'pending-lands')
      return answer(402, {}, settlementOf(false, transaction, 'settlement_pending'));
    if (fault === 'error-after' || fault === 'credited' || fault === 'frozen-after') {
      if (fault === 'error-after') card(order.amountCents);
      return fault === 'frozen-after'
        ? answer(403, { frozen_message: 'Frozen' })
        : answer(500, { error: 'broken' });
    }
    if (fault === 'no-product') return answer(200, { success: true }, settlementOf(true, transaction));
    const cardId = card(order.amountCents);
    if (fault === 'drop-after') return silence;
    if (fault === 'malformed')
      return answer(200, null, random() < 0.5 ? settlementOf(true, transaction) : null);
    if (fault === 'duplicate')
      return answer(402, { success: false, errorReason: 'invalid_exact_evm_nonce_already_used' });
    return answer(200, { card: cardId }, random() < 0.8 ? settlementOf(true, transaction) : null);
  }

  const products: ProductEvidence = {
    list: async () => (signedIn ? { kind: 'listed', products: [...cards] } : { kind: 'signed-out' }),
  };
  return {
    take,
    products,
    cardIds: () => cards.map(({ id }) => id),
    signIn: (yes: boolean): void => {
      signedIn = yes;
    },
    isSignedIn: () => signedIn,
    /** Somebody else buys with the same account. */
    agentBuys: (amountCents: number): string => card(amountCents),
    /** What was received and not yet answered for is settled now, where it still can be; half of it with a card. */
    settleWithheld: (): void => {
      for (const order of withheld.splice(0))
        if (settle(order) !== null && random() < 0.5) card(order.amountCents);
    },
  };
}
