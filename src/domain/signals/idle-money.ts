import { statusWord, type Card } from '../card.ts';
import { formatUsd } from '../money.ts';
import { mayBeUsed } from '../spend.ts';
import {
  called,
  DAY_MS,
  lastingId,
  signal,
  spendable,
  type Signal,
  type SignalThresholds,
} from './signal.ts';

type Settings = Pick<SignalThresholds, 'strandedBelowCents' | 'unusedForDays' | 'balanceOldAfterDays'>;

/**
 * Small leftovers on used cards: forfeited when the card ends, and easy to overlook (product.md §2, "money
 * stranded").
 */
export function strandedMoney(cards: readonly Card[], { strandedBelowCents }: Settings): Signal[] {
  const stranded = cards
    .filter(spendable)
    .filter((card) => card.availableCents < strandedBelowCents && mayBeUsed(card));
  if (stranded.length === 0) return [];
  const total = stranded.reduce((sum, card) => sum + card.availableCents, 0);
  const where = stranded.length === 1 ? 'one card' : `${stranded.length} cards`;
  return [
    signal({
      kind: 'stranded-money',
      id: 'stranded-money',
      parts: stranded.map((card) => `stranded-money ${lastingId(card)}`),
      level: 'notice',
      sentence: `${formatUsd(total)} is left in small amounts on ${where}.`,
      cardIds: stranded.map(({ id }) => id),
      amountCents: total,
    }),
  ];
}

/** Loaded, ready, and nothing bought with it for days. */
export function readyButUnused(cards: readonly Card[], { unusedForDays }: Settings, nowMs: number): Signal[] {
  return cards
    .filter((card) => card.status === 'ready' && !mayBeUsed(card) && card.orderedAtMs !== null)
    .filter((card) => nowMs - (card.orderedAtMs ?? nowMs) >= unusedForDays * DAY_MS)
    .map((card) =>
      signal({
        kind: 'ready-but-unused',
        id: `ready-but-unused ${lastingId(card)}`,
        level: 'notice',
        sentence: `Nothing was bought with ${called(card)} in ${Math.floor((nowMs - (card.orderedAtMs ?? nowMs)) / DAY_MS)} days; ${holds(card)}.`,
        cardIds: [card.id],
        amountCents: card.availableCents,
      }),
    );
}

const holds = ({ availableCents }: Card): string =>
  availableCents === null ? 'Laso does not give its balance' : `it holds ${formatUsd(availableCents)}`;

/**
 * Balances on screen that were read long ago, where a refresh is allowed: one signal for any number of cards.
 */
export function balanceTooOld(
  cards: readonly Card[],
  { balanceOldAfterDays }: Settings,
  nowMs: number,
  refreshesLeft: (cardId: string) => number,
): Signal[] {
  const old = cards.filter(spendable).filter(
    (card) =>
      card.updatedAtMs !== null &&
      nowMs - card.updatedAtMs >= balanceOldAfterDays * DAY_MS &&
      // Asked for already: Laso refuses to be asked twice.
      card.balanceUpdateRequestedAtMs === null &&
      refreshesLeft(card.id) > 0,
  );
  const [first] = old;
  if (!first) return [];
  const total = old.reduce((sum, card) => sum + card.availableCents, 0);
  const oldestMs = old.reduce((oldest, { updatedAtMs }) => Math.min(oldest, updatedAtMs ?? nowMs), nowMs);
  const days = Math.floor((nowMs - oldestMs) / DAY_MS);
  return [
    signal({
      kind: 'balance-too-old',
      id: 'balance-too-old',
      // A newer reading that has become old as well is another finding.
      parts: old.map((card) => `balance-too-old ${lastingId(card)} ${card.updatedAtMs ?? 0}`),
      level: 'notice',
      sentence:
        old.length === 1
          ? `The balance of ${called(first)} (${statusWord(first)}, ${formatUsd(total)}) is ${days} days old.`
          : `The balances of ${old.length} cards, ${formatUsd(total)} together, are up to ${days} days old.`,
      cardIds: old.map(({ id }) => id),
      amountCents: total,
    }),
  ];
}
