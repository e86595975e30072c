import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Card } from '#domain/card.ts';
import { BASE } from '#domain/chain.ts';
import type { SignalThresholds } from '#domain/signals/signal.ts';
import { noteWaiting as noteWithdrawals } from '#features/balance/note-waiting.ts';
import { watchedWithdrawals } from '#features/balance/watched-withdrawals.ts';
import { noteWaiting } from '#features/cards/note-waiting.ts';
import { chainCheckQueries } from '#features/chain-check/queries.ts';
import { findLate } from '#features/overview/find-late.ts';
import type { FoundSignal } from '#features/overview/find-signals.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#session/laso-context.ts';
import { firstSeenOf, useFirstSeen } from '#storage/first-seen.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { useNow } from '#ui/use-now.ts';
import { knownPayments } from '../watch/known-payments.ts';

const ChainFindings = lazyPart('What the chain showed', () =>
  import('./chain-findings.tsx').then((module) => module.ChainFindings),
);

export interface MoreFound {
  /** The same as long as it reads the same. */
  words: string;
  found: readonly FoundSignal[];
  unread: readonly string[];
  /** A first answer is still awaited. */
  isPending: boolean;
}

interface MoreSignalsProps {
  cards: readonly Card[];
  /** Accounts of which a list of cards could not be read. */
  incomplete: readonly string[];
  thresholds: SignalThresholds;
  onFound: (more: MoreFound) => void;
}

const WAITING = new Set<Card['status']>(['pending', 'queued', 'refund-requested']);
const NOTHING: readonly FoundSignal[] = [];

/**
 * What is late, what this browser's withdrawals became, and what the chain showed: found by the clock and by reads of their own, so that a page
 * that is left open raises them when the time comes. Draws nothing: `onFound` is called when what it says changes.
 */
export function MoreSignals({ cards, incomplete, thresholds, onFound }: MoreSignalsProps) {
  const accounts = useAccounts();
  const nowMs = useNow(5_000);
  const seen = useFirstSeen(({ byAccount }) => byAccount);
  const { data: entries } = usePayments();
  const [onChain, setOnChain] = useState(NOTHING);
  const histories = useQueries({
    queries: accounts.map((laso) => watchedWithdrawals.history(laso)),
    combine: dataOf,
  });
  const records = useQueries({
    queries: accounts.map((laso) => watchedWithdrawals.recordSignals(laso)),
    combine: dataOf,
  });
  const checks = useQueries({
    queries: accounts.map(({ account }) => chainCheckQueries.kept(account, BASE)),
    combine: dataOf,
  });
  const waiting = useMemo(() => cards.filter(({ status }) => WAITING.has(status)), [cards]);
  // Notes since when this device knows of what waits without a time of Laso's.
  useEffect(() => {
    for (const { account } of accounts)
      noteWaiting(
        account,
        cards.filter(({ accountId }) => accountId === account),
      );
  }, [accounts, cards]);
  useEffect(() => {
    accounts.forEach(({ account }, at) => noteWithdrawals(account, histories.data[at] ?? []));
  }, [accounts, histories.data]);
  const payments = useMemo(() => knownPayments(entries ?? []), [entries]);
  const found = [
    ...findLate({
      accounts: accounts.map(({ account }) => account),
      cards: waiting,
      payments,
      withdrawals: histories.data,
      thresholds,
      nowMs,
      firstSeen: (account) => firstSeenOf(seen, account),
    }),
    ...accounts.flatMap(({ account }, at) => (records.data[at] ?? []).map((signal) => ({ account, signal }))),
    ...onChain,
  ];
  const unread = [
    ...(histories.failed ? ['the withdrawals'] : []),
    ...(records.failed ? ['the withdrawals of this browser'] : []),
  ];
  const isPending = histories.isPending || records.isPending;
  const report = useEffectEvent((words: string) => onFound({ words, found, unread, isPending }));
  // Each second of waiting makes it anew; only what reads differently is worth drawing.
  const said = found.map(({ account, signal: { id, sentence, level } }) => [account, id, sentence, level]);
  const words = JSON.stringify([said, unread, isPending]);
  useEffect(() => report(words), [words]);
  if (!checks.data.some((check) => check !== null)) return null;
  return <ChainFindings cards={cards} incomplete={incomplete} onFound={setOnChain} />;
}

function dataOf<T>(queries: UseQueryResult<T>[]) {
  return {
    data: queries.map(({ data }) => data ?? null),
    failed: queries.some(({ data, isError }) => data === undefined && isError),
    isPending: queries.some(({ data, isError }) => data === undefined && !isError),
  };
}
