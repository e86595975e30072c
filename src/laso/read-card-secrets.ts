import type { AccountId } from '#domain/account.ts';
import type { Secret } from '#domain/secret.ts';
import { expiryOf, isWholeNumber, type CardDetails } from './card-details.ts';
import type { LasoClient } from './client.ts';
import { readCardData } from './get-card-data.ts';
import { LasoError } from './laso-error.ts';

/**
 * The whole number and the expiry ("12/27", empty when Laso did not say). Fetched each time; keep the result
 * out of every cache.
 */
export async function readCardNumber(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<{ number: Secret; expiry: Secret }> {
  const details = await readDetails(client, account, cardId, signal);
  if (!details.card_number || !isWholeNumber(details.card_number)) throw noDetails();
  return { number: details.card_number, expiry: expiryOf(details) };
}

/** The CVV alone: an action of its own (product.md §3). */
export async function readCvv(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<Secret> {
  const details = await readDetails(client, account, cardId, signal);
  if (!details.cvv) throw noDetails();
  return details.cvv;
}

async function readDetails(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<CardDetails> {
  const { card_details: details } = await readCardData(client, account, cardId, signal);
  if (!details) throw noDetails();
  return details;
}

const noDetails = () =>
  new LasoError('bad-answer', 'GET /get-card-data: the answer holds no card details', { status: 200 });
