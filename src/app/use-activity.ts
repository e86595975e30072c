import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { newestFirstActivity, type ActivityItem } from '#domain/activity.ts';
import { cardActivity } from '#features/cards/activity.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { revealActivity } from '#features/cards/reveal-activity.ts';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { paymentActivity } from '#features/payments/activity.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { sessionActivity } from '#features/session/activity.ts';
import { useSessions } from '#features/session/session-store.ts';
import { useAccounts } from '#laso/laso-context.ts';
import { paths } from './paths.ts';

/** Everything the app knows of the accounts on screen, newest first. Each product's own feature makes its items. */
export function useActivity() {
  const accounts = useAccounts();
  const all = useAllCards();
  const payments = usePayments();
  const { sessions } = useSessions();
  const reveals = useQueries({
    queries: accounts.map((laso) => cardQueries.allReveals(laso)),
    combine: (queries) => queries.map(({ data }) => data ?? []),
  });
  const items = useMemo(() => {
    const shown = new Set<string>(accounts.map(({ account }) => account));
    const everything: ActivityItem[] = [
      ...cardActivity(all.cards, paths.card),
      ...paymentActivity(payments.data ?? [], paths.payments),
      ...accounts.flatMap(({ account }, at) => revealActivity(account, reveals[at] ?? [], paths.card)),
      ...sessionActivity(sessions),
    ];
    return newestFirstActivity(everything.filter(({ accountId }) => shown.has(accountId)));
  }, [accounts, all.cards, payments.data, reveals, sessions]);
  return { items, all };
}
