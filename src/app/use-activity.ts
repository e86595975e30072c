import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { newestFirstActivity, type ActivityItem } from '#domain/activity.ts';
import { withdrawalActivity } from '#features/balance/activity.ts';
import { withdrawalQueries } from '#features/balance/withdrawal-queries.ts';
import { cardActivity } from '#features/cards/activity.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { revealActivity } from '#features/cards/reveal-activity.ts';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { giftCardActivity } from '#features/gift-cards/activity.ts';
import { giftCardQueries } from '#features/gift-cards/queries.ts';
import { paymentActivity } from '#features/payments/activity.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { transferActivity } from '#features/push-to-card/activity.ts';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { sessionActivity } from '#features/session/activity.ts';
import { useSessions } from '#features/session/session-store.ts';
import { useAccounts } from '#laso/laso-context.ts';
import { useReadProblems } from '#laso/use-read-problem.ts';
import { vault } from './browser-vault.ts';
import { paths } from './paths.ts';

const NOTHING: never[] = [];

/**
 * Everything the app knows of the accounts on screen, newest first. Each product's own feature makes its items. `all` is given, because whoever
 * asks for the cards a second time has them read a second time.
 */
export function useActivity(all: ReturnType<typeof useAllCards>) {
  const accounts = useAccounts();
  const { data: payments = NOTHING } = usePayments();
  const { sessions } = useSessions();
  const signedIn = sessions.map(({ accountId }) => accountId).join(' ');
  const { data: giftCards = NOTHING } = useQuery(giftCardQueries.purchased(vault, signedIn));
  const { data: transfers = NOTHING } = useQuery(transferQueries.list(vault, signedIn));
  const reveals = useQueries({
    queries: accounts.map((laso) => cardQueries.allReveals(laso)),
    combine: (queries) => queries.map(({ data }) => data ?? NOTHING),
  });
  const withdrawals = useQueries({ queries: accounts.map((laso) => withdrawalQueries.history(laso)) });
  const withdrawn = useQueries({
    queries: accounts.map((laso) => withdrawalQueries.history(laso)),
    combine: (queries) => queries.map(({ data }) => data ?? NOTHING),
  });
  const [problem] = useReadProblems(withdrawals.map((read) => ({ what: 'the withdrawals', read })));
  const items = useMemo(() => {
    const shown = new Set<string>(accounts.map(({ account }) => account));
    const everything: ActivityItem[] = [
      ...cardActivity(all.cards, paths.card),
      ...paymentActivity(payments, paths.payments),
      ...giftCardActivity(giftCards, paths.giftCardsPurchased),
      ...transferActivity(transfers, paths.pushToCard),
      ...accounts.flatMap(({ account }, at) => [
        ...revealActivity(account, reveals[at] ?? NOTHING, paths.card),
        ...withdrawalActivity(account, withdrawn[at] ?? NOTHING, paths.balance),
      ]),
      ...sessionActivity(sessions),
    ];
    return newestFirstActivity(everything.filter(({ accountId }) => shown.has(accountId)));
  }, [accounts, all.cards, payments, giftCards, transfers, reveals, withdrawn, sessions]);
  return { items, problems: problem ? [...all.problems, problem] : all.problems };
}
