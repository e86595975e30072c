import type { AccountId } from '#domain/account.ts';
import { newestFirstActivity, type ActivityItem } from '#domain/activity.ts';
import type { Card } from '#domain/card.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { withdrawalActivity } from '#features/balance/activity.ts';
import { cardActivity } from '#features/cards/activity.ts';
import type { RevealEntry } from '#features/cards/reveal/reveal-log.ts';
import { giftCardActivity } from '#features/gift-cards/activity.ts';
import type { lineIds } from '#features/cards/line-ids.ts';
import { paymentActivity } from '#features/payments/activity.ts';
import type { withPayments } from '#features/payments/with-payments.ts';
import { transferActivity } from '#features/push-to-card/activity.ts';
import type { Session } from '#session/session.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { paths } from '#config/paths.ts';

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

/** What only the whole feed needs, which can be exported (activity-books.ts): Overview shows a few lines, and does not download it. */
export interface Books {
  lineIds: typeof lineIds;
  withPayments: typeof withPayments;
  /** Sign-ins and reveals. */
  visits: (known: Known) => ActivityItem[];
}

/** Everything the app knows of these accounts, newest first, each thing once. Each product's own feature makes its items. */
export function activityOf(known: Known, books: Books | null): ActivityItem[] {
  const { accounts, payments } = known;
  const bought = [
    ...cardActivity(known.cards, paths.card, books?.lineIds),
    ...giftCardActivity(known.giftCards, paths.giftCardsPurchased),
    ...transferActivity(known.transfers, paths.pushToCard),
  ];
  const everything: ActivityItem[] = [
    ...(books?.withPayments(bought, payments) ?? bought),
    ...paymentActivity(payments, paths.payments),
    ...accounts.flatMap((account, at) =>
      withdrawalActivity(account, known.withdrawn[at] ?? [], paths.balance),
    ),
    ...(books?.visits(known) ?? []),
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
