import { statusWord, type Card } from './card.ts';
import { newestFirst, type When } from './day.ts';
import { hasLines } from './spend.ts';
import { isUse, type Transaction } from './transaction.ts';

interface LifeStep {
  key: string;
  label: string;
  state: 'done' | 'current' | 'todo' | 'failed';
  when: When | null;
  /** What it means, where the words alone do not say. */
  detail?: string;
}

/**
 * A card's life so far and what comes next (laso-api.md §4.2), from what Laso reports. There is no history,
 * so a time is known only for the order, the load and purchases. A time is `null` when Laso does not report
 * it. An undocumented status is shown as it is.
 */
export function lifecycleOf(card: Card): LifeStep[] {
  const ordered: LifeStep = {
    key: 'ordered',
    label: 'Ordered',
    state: 'done',
    when: card.orderedAtMs === null ? null : { kind: 'instant', ms: card.orderedAtMs },
  };
  if (card.status === 'unknown') return [ordered, ...purchases(card), unknownStep(card)];
  return [ordered, ...(card.type === 'intl' ? intlSteps(card) : usSteps(card))];
}

function usSteps(card: Card): LifeStep[] {
  switch (card.status) {
    case 'pending':
      return [step('issuing', 'Being issued', 'current'), step('ready', 'Ready to use', 'todo')];
    case 'ready':
      return [issued(card), ...inUse(card), step('depleted', 'Used up', 'todo')];
    case 'depleted':
      return [issued(card), ...purchases(card), ending(card, 'depleted', 'Used up')];
    default:
      return [...issuedIfSeen(card), ...purchases(card), ...endSteps(card)];
  }
}

function intlSteps(card: Card): LifeStep[] {
  switch (card.status) {
    case 'queued':
      return [
        step(
          'queued',
          'Queued',
          'current',
          'Laso fulfills it within 24 hours; until then it can be canceled.',
        ),
        step('ready', 'Ready to use', 'todo'),
      ];
    case 'ready':
      return [issued(card), ...inUse(card), step('complete', 'Complete', 'todo')];
    case 'complete':
      return [issued(card), ...purchases(card), ending(card, 'complete', 'Complete')];
    default:
      return [...issuedIfSeen(card), ...purchases(card), ...endSteps(card)];
  }
}

/** States a card of either kind may end in. */
function endSteps(card: Card): LifeStep[] {
  switch (card.status) {
    case 'refund-requested':
      return [
        step(
          'refund-requested',
          'Refund requested',
          'current',
          card.state === 'refund-requested-approved-for-queue'
            ? 'Approved; waiting to be refunded.'
            : undefined,
        ),
        step('refunded', 'Refunded', 'todo'),
      ];
    case 'refunded':
      return [step('refund-requested', 'Refund requested', 'done'), step('refunded', 'Refunded', 'done')];
    case 'archived':
      return [
        step('archived', 'Archived', 'done', 'Laso keeps it for the record. Nothing can be bought with it.'),
      ];
    default:
      return [step(card.status, statusWord(card), 'current')];
  }
}

const step = (key: string, label: string, state: LifeStep['state'], detail?: string): LifeStep => ({
  key,
  label,
  state,
  when: null,
  ...(detail !== undefined && { detail }),
});

/** Where the load is a line, it is dated at issue. */
const issued = (card: Card): LifeStep => ({
  ...step('issued', 'Issued', 'done', renamed(card)),
  when: card.transactions.find(({ kind }) => kind === 'load')?.when ?? null,
});

const renamed = (card: Card): string | undefined =>
  card.queuedOrderCardId === null
    ? undefined
    : 'It has an id of its own now. The id it was ordered under still works.';

/**
 * Laso does not say whether a refunded or archived card had ever been issued; its number or its purchases do.
 */
const issuedIfSeen = (card: Card): LifeStep[] =>
  card.last4 !== null || hasLines(card) ? [issued(card)] : [];

/** The steps of a card that can be used now. A purchase without a date has no step of its own. */
function inUse(card: Card): LifeStep[] {
  const bought = card.transactions.some(isPurchase);
  if (bought) return [...purchases(card), step('in-use', 'In use', 'current')];
  const unused =
    card.unreadLines.length > 0
      ? 'Whether anything was bought with it is not known: there are lines that could not be read.'
      : 'Nothing has been bought with it so far.';
  return [step('unused', 'Ready to use', 'current', unused)];
}

function purchases(card: Card): LifeStep[] {
  const first = debits(card).at(-1);
  return first
    ? [
        {
          key: 'first-purchase',
          label: card.unreadLines.length > 0 ? 'First purchase that could be read' : 'First purchase',
          state: 'done',
          when: first.when,
          detail: first.description,
        },
      ]
    : [];
}

/** The last purchase is what emptied it. */
const ending = (card: Card, key: string, label: string): LifeStep => ({
  ...step(key, label, 'done'),
  when: card.availableCents === 0 && card.unreadLines.length === 0 ? (debits(card)[0]?.when ?? null) : null,
});

const unknownStep = (card: Card): LifeStep =>
  step(
    'unknown',
    statusWord(card),
    'current',
    'Laso’s own word for its status. This dashboard does not know what it means.',
  );

const isPurchase = (line: Transaction): boolean => line.kind === 'purchase' && isUse(line);

/** Purchases that took money, newest first; what has no date says nothing about when. */
const debits = (card: Card): Transaction[] => {
  const compare = newestFirst();
  return card.transactions
    .filter((line) => isPurchase(line) && line.when !== null)
    .toSorted((a, b) => compare(a.when, b.when));
};
