import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { ListGap } from '#domain/list-gap.ts';
import type { TextFor } from './card-lines.ts';
import { cardDataSchema, cardOf, INTL_CARD_TYPE, US_CARD_TYPE, type CardData } from './card-data.ts';
import { gapOf } from './list-gap.ts';
import { oneCardPerId } from './one-card-per-id.ts';
import type { LasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';

const PATH = '/get-card-data';

const bodySchema = z.record(z.string(), z.unknown());

type ListedType = 'us' | 'intl';

/** All cards of one type, each once. Nothing in the result is secret. */
export async function listCards(
  client: LasoClient,
  account: AccountId,
  type: ListedType,
  signal?: AbortSignal,
): Promise<Card[]> {
  return (await listCardsCounted(client, account, type, signal)).cards;
}

/**
 * The same, with how many entries of the answer could not be read, and what the answer says it leaves out.
 */
export async function listCardsCounted(
  client: LasoClient,
  account: AccountId,
  type: ListedType,
  signal?: AbortSignal,
): Promise<{ cards: Card[]; skipped: number; gap: ListGap | null }> {
  const query = { card_type: type === 'us' ? US_CARD_TYPE : INTL_CARD_TYPE };
  const body = await client.read({ account, path: PATH, query, schema: bodySchema, signal });
  const entries = listOf(body);
  const read = await withTexts((textFor) =>
    entries.flatMap((entry) => readCard(entry, type, account, textFor) ?? []),
  );
  // They are in the list of their own type. Only such cards: an answer to the other question, which a cache
  // kept.
  const cards = read.filter((card) => card.type === type || card.type === 'other');
  if (cards.length === 0 && read.length > 0) throw noCard();
  return {
    cards: oneCardPerId(cards),
    skipped: entries.length - read.length,
    gap: gapOf(body, entries.length),
  };
}

/**
 * One card by its id or the id it was ordered under. While pending the answer may be just id and status.
 * Rejects with kind `not-found` (404), `forbidden` (403: another account's card).
 */
export async function getCard(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<Card> {
  const data = await readCardData(client, account, cardId, signal);
  const [card] = await withTexts((textFor) =>
    [cardOf(data, null, account, textFor)].filter((one) => one !== null),
  );
  if (!card) throw noCard();
  return card;
}

/**
 * Some servers answer with a list although one card was requested: the card with this id counts. A single
 * card under another id is accepted only where its id may have changed: a cached answer about another card
 * would show that card's number here.
 */
export async function readCardData(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<CardData> {
  const query = { card_id: cardId };
  const entries = cardsIn(await client.read({ account, path: PATH, query, schema: bodySchema, signal }));
  const parsed = entries.flatMap((entry) => parseEntry(entry) ?? []);
  const exact = parsed.find((data) => data.card_id === cardId || data.queued_order_card_id === cardId);
  const [only, ...others] = parsed;
  const found = exact ?? (others.length === 0 && only && mayBeRenamed(only, account) ? only : null);
  if (!found) throw noCard();
  return found;
}

/** An international order gets another id when it is made, which older answers do not tell. */
const mayBeRenamed = (data: CardData, account: AccountId): boolean =>
  data.queued_order_card_id === null && cardOf(data, null, account)?.type === 'intl';

function readCard(entry: unknown, type: ListedType, account: AccountId, textFor?: TextFor): Card | null {
  const data = parseEntry(entry);
  return data && cardOf(data, type, account, textFor);
}

/**
 * Reads again with the text of lines that could not be read, where there are some. Without that code they are
 * still counted.
 */
async function withTexts(read: (textFor?: TextFor) => Card[]): Promise<Card[]> {
  const cards = read();
  if (cards.every(({ unreadLines }) => unreadLines.length === 0)) return cards;
  const words = await import('./unread-line.ts').catch(() => null);
  return words ? read(words.unreadText) : cards;
}

function parseEntry(entry: unknown): CardData | null {
  const parsed = z.safeParse(cardDataSchema, entry);
  return parsed.success && parsed.data.card_id !== null ? parsed.data : null;
}

type Body = z.infer<typeof bodySchema>;

/**
 * `{cards: [...]}`. `{cards: null}` is an empty list; an answer without `cards` is not a list, and neither is
 * a single card.
 */
function listOf({ cards }: Body): unknown[] {
  if (cards === null) return [];
  if (typeof cards !== 'object') throw noCard();
  return Array.isArray(cards) ? cards : [cards];
}

/** One bare card, or wrapped in one of two ways. */
const cardsIn = (body: Body): unknown[] =>
  Object.hasOwn(body, 'card_id') ? [body] : listOf({ cards: body['cards'] ?? body['card'] });

const noCard = () =>
  new LasoError('bad-answer', 'GET /get-card-data: the answer holds no card', { status: 200 });
