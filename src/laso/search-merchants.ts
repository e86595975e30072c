import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { CardType } from '#domain/card.ts';
import type { Merchant, MerchantAnswer, MerchantStatus } from '#domain/merchant.ts';
import type { LasoClient } from './client.ts';
import { gapOf } from './list-gap.ts';
import { wireText } from './wire.ts';

export type MerchantCardType = Exclude<CardType, 'other'>;

const TYPE_NAMES: Record<MerchantCardType, string> = {
  us: 'Non-Reloadable U.S.',
  intl: 'Non-Reloadable International',
};

const answerSchema = z.looseObject({ merchants: z.array(z.unknown()), card_type: wireText, note: wireText });
const merchantSchema = z.object({
  name: wireText,
  url: wireText,
  status: wireText,
  restriction_note: wireText,
  description: wireText,
  notes: wireText,
});

/**
 * `GET /search-merchants`: where a kind of card was tried. The U.S. card is the API's default and asked for
 * without a type; an API that knows no types answers for the U.S. card whatever is asked, which `cardType` of
 * the answer shows. A merchant that is not listed was not tried.
 */
export async function searchMerchants(
  client: LasoClient,
  account: AccountId,
  search: { text: string; cardType: MerchantCardType },
  signal?: AbortSignal,
): Promise<MerchantAnswer> {
  const query = { q: search.text, ...(search.cardType === 'intl' && { card_type: TYPE_NAMES.intl }) };
  const answer = await client.read({
    account,
    path: '/search-merchants',
    query,
    schema: answerSchema,
    signal,
  });
  const merchants = answer.merchants.flatMap(readMerchant);
  return {
    merchants,
    skipped: answer.merchants.length - merchants.length,
    cardType: answer.card_type === TYPE_NAMES.intl ? 'intl' : 'us',
    note: answer.note,
    gap: gapOf(answer, answer.merchants.length),
  };
}

function readMerchant(value: unknown): Merchant[] {
  const parsed = z.safeParse(merchantSchema, value);
  const name = parsed.data?.name ?? parsed.data?.url;
  if (!parsed.success || !name) return [];
  const { url, status, restriction_note: restriction, description, notes } = parsed.data;
  const otherStatus = status !== null && !KNOWN_WORDS.has(status) ? status : null;
  return [{ name, url, status: statusOf(status), otherStatus, restriction, description, notes }];
}

const KNOWN_WORDS: ReadonlySet<string> = new Set(['accepted', 'not_accepted', 'unknown']);

/** Any other word says nothing about the card: unknown. */
const statusOf = (word: string | null): MerchantStatus =>
  word === 'accepted' ? 'accepted' : word === 'not_accepted' ? 'not-accepted' : 'unknown';
