import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { withdrawalQueries } from '#features/balance/withdrawal-queries.ts';
import { cardQueries } from '#features/cards/queries.ts';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { giftCardQueries } from '#features/gift-cards/queries.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { useSessions, useSignedInKey } from '#session/session-store.ts';
import { useAccounts } from '#session/laso-context.ts';
import { useReadProblems } from '#session/use-read-problem.ts';
import { activityOf, type Books } from './activity-of.ts';
import { vault } from '#session/browser-vault.ts';

const NOTHING: never[] = [];

/**
 * Everything the app knows of the accounts on screen, newest first. `all` is given, because whoever
 * asks for the cards a second time has them read a second time.
 */
export function useActivity(all: ReturnType<typeof useAllCards>, books: Books | null = null) {
  const accounts = useAccounts();
  const { data: payments = NOTHING } = usePayments();
  const { sessions } = useSessions();
  const signedIn = useSignedInKey();
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
  const items = useMemo(
    () =>
      activityOf(
        {
          accounts: accounts.map(({ account }) => account),
          cards: all.cards,
          payments,
          giftCards,
          transfers,
          reveals,
          withdrawn,
          sessions,
        },
        books,
      ),
    [accounts, all.cards, payments, giftCards, transfers, reveals, withdrawn, sessions, books],
  );
  return { items, problems: problem ? [...all.problems, problem] : all.problems };
}
