import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Card } from '#domain/card.ts';
import { purchasesOf } from '#domain/chain-purchase.ts';
import { BASE } from '#domain/chain.ts';
import { matchTransfers } from '#domain/match-transfers.ts';
import { unmatchedPayments } from '#domain/signals/unmatched-payments.ts';
import { isCompared, transfersOf, type KeptCheck } from '#features/chain-check/kept-check.ts';
import { chainCheckQueries } from '#features/chain-check/queries.ts';
import type { FoundSignal } from '#features/overview/find-signals.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#session/laso-context.ts';
import { sentPayments } from './sent-payments.ts';

interface ChainFindingsProps {
  cards: readonly Card[];
  /** Accounts of which a list of cards could not be read: what their payments are for is not known. */
  incomplete: readonly string[];
  onFound: (found: readonly FoundSignal[]) => void;
}

/** Payments of kept checks that match nothing known now. Draws nothing. */
export function ChainFindings({ cards, incomplete, onFound }: ChainFindingsProps) {
  const accounts = useAccounts();
  const { data: entries } = usePayments();
  const checks = useQueries({
    queries: accounts.map(({ account }) => chainCheckQueries.kept(account, BASE)),
    combine: dataOf,
  });
  const found = useMemo(
    () =>
      accounts.flatMap(({ account }, at) => {
        const check = checks[at];
        // Without this browser's records payments would look unmatched for a moment.
        if (!check || !entries || incomplete.includes(account) || !isCompared(check)) return [];
        const own = cards.filter(({ accountId }) => accountId === account);
        const purchases = purchasesOf(own, sentPayments(entries, account, BASE));
        const { unmatched } = matchTransfers(transfersOf(check), purchases);
        return unmatchedPayments(unmatched).map((signal) => ({ account, signal }));
      }),
    [accounts, checks, entries, incomplete, cards],
  );
  useEffect(() => onFound(found), [found, onFound]);
  return null;
}

const dataOf = (queries: UseQueryResult<KeptCheck | null>[]) => queries.map(({ data }) => data ?? null);
