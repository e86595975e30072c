/** For tests against the sandbox: quote, guard, review, one real signature, journal, send. */
import { apiOriginsOf } from '#config/api-origins.ts';
import type { LasoConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { ACCOUNT, fakeWallet } from './fake-wallet.ts';
import { createEvmSigner } from '../../evm/signer.ts';
import { checkQuote } from '../../quote/guard.ts';
import type { Journal } from '../../journal/journal.ts';
import { isJsonObject } from '../../quote/json-object.ts';
import { reviewOrder, type ReviewedOrder } from '../../quote/order-review.ts';
import { payOrder, type PayInput } from '../../pay/pay.ts';
import { requestQuote } from '../../quote/transport.ts';

export function baseNetworkOf(config: LasoConfig) {
  const network = config.networks.find(({ id }) => id === BASE);
  if (!network) throw new Error('The sandbox has no Base.');
  return network;
}

export async function quotedAt(config: LasoConfig, cents = 5000) {
  const requestUrl = `${config.apiBaseUrl}/get-card?amount=${cents / 100}&format=json`;
  const exact = BigInt(cents) * 10_000n;
  const limits = { requestUrl, exactAmountAtomic: exact, maxAmountAtomic: exact };
  const trusted = { network: baseNetworkOf(config), apiOrigins: apiOriginsOf(config) };
  const challenge = await requestQuote(requestUrl);
  return { limits, trusted, challenge, ...checkQuote({ challenge, limits, trusted }) };
}

/** A U.S. card's order, quoted, guarded and reviewed for the wallet `ACCOUNT`. */
export async function reviewAt(
  config: LasoConfig,
  { cents = 5000, nowMs = Date.now }: { cents?: number | undefined; nowMs?: (() => number) | undefined } = {},
): Promise<ReviewedOrder> {
  const { challenge, offer, limits, trusted, findings } = await quotedAt(config, cents);
  if (!offer || findings.length > 0) throw new Error(`The guard refused: ${JSON.stringify(findings)}`);
  return reviewOrder({
    challenge,
    offer,
    limits,
    trusted,
    payer: ACCOUNT.address,
    accountOnScreen: null,
    order: { kind: 'us-card', amountCents: cents },
    nowMs: nowMs(),
  });
}

/** Buys it. */
export async function buyAt(
  config: LasoConfig,
  journal: Journal,
  changes: Partial<PayInput> & { cents?: number; nowMs?: () => number } = {},
) {
  const { cents, nowMs = Date.now, ...input } = changes;
  const review = await reviewAt(config, { cents, nowMs });
  const wallet = fakeWallet();
  const connection = { address: ACCOUNT.address, provider: wallet };
  const signer = createEvmSigner({ review, connection, now: nowMs });
  const result = await payOrder({ review, signer, journal, findProduct: cardIn, now: nowMs, ...input });
  const signatures = wallet.calls.filter(({ method }) => method === 'eth_signTypedData_v4').length;
  return { ...result, review, signatures };
}

export const cardIn = (body: unknown) => {
  const card = isJsonObject(body) ? body['card'] : null;
  return isJsonObject(card) && typeof card['card_id'] === 'string' ? { cardId: card['card_id'] } : null;
};
