import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { isPast, untimedCard } from '#domain/untimed.ts';
import { noteFirstSeen } from '#storage/first-seen.ts';

/** Notes since when this device knows of what waits and has no time of its own. */
export const noteWaiting = (account: AccountId, cards: readonly Card[]): void =>
  noteFirstSeen(
    account,
    cards.flatMap((card) => untimedCard(card) ?? []),
    (key) => isPast(cards, key),
    Date.now(),
  );
