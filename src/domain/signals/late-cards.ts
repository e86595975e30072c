import type { Card } from '../card.ts';
import { dayOfWhen, formatDay } from '../day.ts';
import { formatUsd } from '../money.ts';
import { isoTime } from '../moment.ts';
import { endOfWhen, refundTimes } from '../refund-times.ts';
import type { SupportCase } from '../support-case.ts';
import { untimedCard, type FirstSeen } from '../untimed.ts';
import { ageWords } from './age-words.ts';
import { called, DAY_MS, lastingId, signal, type Signal, type SignalThresholds } from './signal.ts';

type Limits = Pick<SignalThresholds, 'lateCardSeconds' | 'lateOrderHours' | 'lateRefundDays'>;

interface Since {
  ms: number;
  /** This device has only seen it since then: it may be older. */
  atLeast: boolean;
}

/**
 * Cards that are on their way, or on their way back, for longer than they should be. One signal each; none
 * for a card that has arrived.
 */
export function lateCards(
  cards: readonly Card[],
  limits: Limits,
  nowMs: number,
  firstSeen: FirstSeen,
): Signal[] {
  return cards.flatMap((card) => {
    switch (card.status) {
      case 'pending':
        return lateOnItsWay(card, 'late-card', limits.lateCardSeconds * 1_000, nowMs, firstSeen);
      case 'queued':
        return lateOnItsWay(card, 'late-order', limits.lateOrderHours * 3_600_000, nowMs, firstSeen);
      case 'refund-requested':
        return lateRefund(card, limits.lateRefundDays, nowMs, firstSeen);
      default:
        return [];
    }
  });
}

function lateOnItsWay(
  card: Card,
  kind: 'late-card' | 'late-order',
  limitMs: number,
  nowMs: number,
  firstSeen: FirstSeen,
): Signal[] {
  const since = sinceOf(card, firstSeen);
  if (since === null || !(nowMs - since.ms > limitMs)) return [];
  const age = `${since.atLeast ? 'at least ' : ''}${ageWords(nowMs - since.ms)}`;
  const isCard = kind === 'late-card';
  const what = isCard ? `A U.S. card${worth(card)}` : `An international card${worth(card)}`;
  const sentence = isCard
    ? `${what} has been pending for ${age}. It usually takes 7 to 10 seconds.`
    : `${what} has been in Laso’s queue for ${age}. Laso makes it within 24 hours.`;
  return [
    signal({
      kind,
      id: `${kind} ${lastingId(card)}`,
      level: 'attention',
      sentence,
      cardIds: [card.id],
      amountCents: card.usdAmountCents,
      support: {
        title: `${what}: ${isCard ? 'still pending' : 'still queued'}`,
        facts: [
          ...cardFacts(card),
          [since.atLeast ? 'Seen since' : 'Ordered at', isoTime(since.ms) ?? 'not known'],
          ['Now', isoTime(nowMs) ?? ''],
        ],
      },
    }),
  ];
}

function sinceOf(card: Card, firstSeen: FirstSeen): Since | null {
  if (card.orderedAtMs !== null) return { ms: card.orderedAtMs, atLeast: false };
  const key = untimedCard(card);
  const seenMs = key === null ? null : firstSeen(key);
  return seenMs === null ? null : { ms: seenMs, atLeast: true };
}

/**
 * Laso does not say when a refund was requested (`refund-times.ts`). Certainly late: this device sees it for
 * so long. Perhaps late: the last thing that came before it is so long ago; then the words say "may".
 */
function lateRefund(card: Card, days: number, nowMs: number, firstSeen: FirstSeen): Signal[] {
  const { byMs, notBefore } = refundTimes(card, firstSeen);
  const isLate = byMs !== null && nowMs - byMs > days * DAY_MS;
  const mayBe = notBefore !== null && nowMs - endOfWhen(notBefore) > days * DAY_MS;
  if (!isLate && !mayBe) return [];
  const what = `The refund of ${called(card)}${card.usdAmountCents === null ? '' : ` (${formatUsd(card.usdAmountCents)})`}`;
  const sentence = isLate
    ? `${what} has been waiting for at least ${ageWords(nowMs - byMs)}.`
    : `${what} is waiting. Laso does not say since when; it may have been requested as early as ${notBefore ? formatDay(dayOfWhen(notBefore)) : 'its order'}.`;
  return [
    signal({
      kind: 'late-refund',
      id: `late-refund ${lastingId(card)}`,
      level: isLate ? 'attention' : 'notice',
      sentence,
      cardIds: [card.id],
      amountCents: card.availableCents ?? card.usdAmountCents,
      support: refundCase(card, nowMs, firstSeen),
    }),
  ];
}

/** Also for the card's own page. */
export function refundCase(card: Card, nowMs: number, firstSeen: FirstSeen): SupportCase {
  const { byMs, notBefore } = refundTimes(card, firstSeen);
  return {
    title: `Refund of a card${worth(card)}: requested, and not refunded yet`,
    facts: [
      ...cardFacts(card),
      ...(card.orderedAtMs === null
        ? []
        : [['Ordered at', isoTime(card.orderedAtMs) ?? 'not known'] as const]),
      ...(notBefore === null ? [] : [['Requested at the earliest', dayOfWhen(notBefore)] as const]),
      ...(byMs === null ? [] : [['Requested at the latest', isoTime(byMs) ?? 'not known'] as const]),
      ['Now', isoTime(nowMs) ?? ''],
    ],
  };
}

function cardFacts(card: Card): (readonly [string, string])[] {
  return [
    ['Card', card.id],
    ...(card.queuedOrderCardId === null ? [] : [['Ordered under', card.queuedOrderCardId] as const]),
    ['Status', [...new Set([card.rawStatus, card.state].filter(Boolean))].join(', ')],
  ];
}

const worth = ({ usdAmountCents }: Card): string =>
  usdAmountCents === null ? '' : ` of ${formatUsd(usdAmountCents)}`;
