import type { AccountId } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { rowId } from '#domain/row-id.ts';
import type { RevealEntry } from './reveal-log.ts';
import { revealWords } from './reveal-words.ts';

/** Who looked at which card on this device; never what was seen. */
export const revealActivity = (
  account: AccountId,
  entries: readonly RevealEntry[],
  hrefOf: (cardId: string) => string,
): ActivityItem[] =>
  entries.map((entry) => ({
    key: rowId('reveal', entry.cardId, entry.action, entry.atMs),
    accountId: account,
    kind: 'reveal',
    when: { kind: 'instant', ms: entry.atMs },
    title: revealWords(entry.action),
    detail: entry.cardId,
    amountCents: null,
    direction: null,
    status: null,
    href: hrefOf(entry.cardId),
    booked: null,
  }));
