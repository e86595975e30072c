import { useQuery, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Card } from '#domain/card.ts';
import { alertsOf } from '#domain/alerts/alerts-of.ts';
import { balanceQueries } from '#features/balance/queries.ts';
import { cardPollInterval } from '#features/cards/poll-interval.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { failuresInARow, paced } from '#laso/poll-after-error.ts';
import type { Laso } from '#session/laso-context.ts';
import { noteRuleResults, useAlerts } from '#storage/alerts.ts';
import { knownPayments } from './known-payments.ts';

/** Never more often than an idle page asks, whatever is pending: who looks at a pending card has a page that asks. */
const intervalOf = (laso: Laso) => (query: Query<Card[], Error, Card[], string[]>) =>
  paced(
    laso,
    cardPollInterval({
      cards: [],
      error: query.state.error,
      failuresInARow: failuresInARow(query),
      nowMs: Date.now(),
    }),
  );

interface AlertLooksProps {
  laso: Laso;
  /** When this device came to know the account; ms. */
  signedInAtMs: number;
}

/** Reads what the rules that are on need of one account, wherever the person is in the app, and notes what they find. Draws nothing. */
export function AlertPoller({ laso, signedInAtMs }: AlertLooksProps) {
  const rules = useAlerts((state) => state.rules);
  const on = Object.entries(rules).filter(([, rule]) => rule.on);
  const enabled = on.some(([kind]) => kind !== 'payment');
  const refetchInterval = intervalOf(laso);
  const us = useQuery({ ...cardQueries.list(laso, 'us'), refetchInterval, enabled });
  const intl = useQuery({ ...cardQueries.list(laso, 'intl'), refetchInterval, enabled });
  const balance = useQuery({ ...balanceQueries.current(laso), enabled: rules['low-balance'].on });
  const { data: entries } = usePayments();
  const newestRuleMs = Math.max(...on.map(([, { sinceMs }]) => sinceMs));
  const { data: usCards, dataUpdatedAt: usAtMs, refetch: readUs } = us;
  const { data: intlCards, dataUpdatedAt: intlAtMs, refetch: readIntl } = intl;
  const { data: balanceNow, dataUpdatedAt: balanceAtMs } = balance;
  const balanceCents = balanceNow?.balanceCents ?? null;

  useEffect(() => {
    const nowMs = Date.now();
    const { account: accountId } = laso;
    const looked = alertsOf(rules, {
      accountId,
      us: usCards ? { value: usCards, atMs: usAtMs } : null,
      intl: intlCards ? { value: intlCards, atMs: intlAtMs } : null,
      balance: balanceCents === null ? null : { value: balanceCents, atMs: balanceAtMs },
      payments: entries ? knownPayments(entries).filter((payment) => payment.accountId === accountId) : null,
      nowMs,
    });
    noteRuleResults({ accountId, signedInAtMs }, looked, nowMs);
  }, [rules, laso, signedInAtMs, usCards, usAtMs, intlCards, intlAtMs, balanceCents, balanceAtMs, entries]);

  useEffect(() => {
    // What is there already when a rule is switched on must be known at once.
    if (!enabled || !Number.isFinite(newestRuleMs)) return;
    void readUs();
    void readIntl();
  }, [enabled, newestRuleMs, readUs, readIntl]);
  return null;
}
