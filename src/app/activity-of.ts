import type { AccountId } from '#domain/account.ts';
import { newestFirstActivity, type ActivityItem } from '#domain/activity.ts';
import type { Card } from '#domain/card.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { withdrawalActivity } from '#features/balance/activity.ts';
import { cardActivity } from '#features/cards/activity.ts';
import { revealActivity } from '#features/cards/reveal-activity.ts';
import type { RevealEntry } from '#features/cards/reveal-log.ts';
import { giftCardActivity } from '#features/gift-cards/activity.ts';
import { paymentActivity, withPayments } from '#features/payments/activity.ts';
import { transferActivity } from '#features/push-to-card/activity.ts';
import { sessionActivity } from '#features/session/activity.ts';
import type { Session } from '#features/session/session.ts';
import type { JournalEntry } from '#payments/journal.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { paths } from './paths.ts';

/** All that feeds the activity, of the accounts on screen. */
export interface Known {
  accounts: readonly AccountId[];
  cards: readonly Card[];
  payments: readonly JournalEntry[];
  giftCards: readonly VaultItem[];
  transfers: readonly VaultItem[];
  /** One list for each of `accounts`, as `withdrawn`. */
  reveals: readonly (readonly RevealEntry[])[];
  withdrawn: readonly (readonly Withdrawal[])[];
  sessions: readonly Session[];
}

/** Everything the app knows of these accounts, newest first, each thing once. Each product's own feature makes its items. */
export function activityOf(known: Known): ActivityItem[] {
  const { accounts, payments } = known;
  const bought = [
    ...cardActivity(known.cards, paths.card),
    ...giftCardActivity(known.giftCards, paths.giftCardsPurchased),
    ...transferActivity(known.transfers, paths.pushToCard),
  ];
  const everything: ActivityItem[] = [
    ...withPayments(bought, payments),
    ...paymentActivity(payments, paths.payments),
    ...accounts.flatMap((account, at) => [
      ...revealActivity(account, known.reveals[at] ?? [], paths.card),
      ...withdrawalActivity(account, known.withdrawn[at] ?? [], paths.balance),
    ]),
    ...sessionActivity(known.sessions),
  ];
  const shown = new Set<string>(accounts);
  return newestFirstActivity(onceEach(everything).filter(({ accountId }) => shown.has(accountId)));
}

/** The first one of each key: what was bought comes before its payment. */
function onceEach(items: readonly ActivityItem[]): ActivityItem[] {
  const seen = new Set<string>();
  return items.filter(({ key }) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
