import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { purchasesOf, type SentPayment } from '#domain/chain-purchase.ts';
import { networkName } from '#domain/chain.ts';
import { dayOf } from '#domain/day.ts';
import { matchTransfers } from '#domain/match-transfers.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useNow } from '#ui/use-now.ts';
import { CheckResult } from './check-result.tsx';
import { counted } from './check-sums.ts';
import { isComplete, progressOf, transfersOf } from './kept-check.ts';
import { firstDay, startOfDay } from './since-day.ts';
import { cancelCheck, startCheck, useCheckRun } from './check-runs.ts';
import { chainCheckQueries } from './queries.ts';

export interface ChainCheckProps {
  account: AccountId;
  /** Base, as the operator configured it. */
  network: NetworkConfig;
  /** The account's cards, as far as they could be read; `missing` names what could not. */
  cards: readonly Card[];
  missing: readonly string[];
  /** Payments of this browser that were sent from this account on this network. */
  payments: readonly SentPayment[];
  /** The oldest other thing known of the account, ms: its first sign-in here. */
  knownSinceMs: number | null;
  transactionHref: (transaction: string) => string | null;
  isSignedIn: () => boolean;
  /** Begins as soon as it is shown: the button that brought it here was "Check the chain". */
  startNow: boolean;
}

/** "Check the chain" (product.md §2): every USDC payment from the account's address to Laso, matched with what is known to be bought. */
export function ChainCheck(props: ChainCheckProps) {
  const { account, network, cards, payments } = props;
  const queryClient = useQueryClient();
  const { data: check } = useQuery(chainCheckQueries.kept(account, network.id));
  const { running, problem, kept } = useCheckRun(account);
  const nowMs = useNow(60_000);
  const [typedDay, setTypedDay] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const result = useMemo(
    () => check && matchTransfers(transfersOf(check), purchasesOf(cards, payments)),
    [check, cards, payments],
  );
  const known = [...cards.map(({ orderedAtMs }) => orderedAtMs), ...payments.map(({ sentAtMs }) => sentAtMs)];
  const day = typedDay ?? (check ? dayOf(check.sinceMs) : (firstDay([...known, props.knownSinceMs]) ?? ''));
  const unfinished = check && !isComplete(check);
  /** False when the day is none to begin with. */
  const begin = (): boolean => {
    const sinceMs = startOfDay(day, Date.now());
    if (sinceMs === null) return false;
    startCheck({ account, network, sinceMs, queryClient, isSignedIn: props.isSignedIn });
    return true;
  };
  const beginAtOnce = useEffectEvent(() => props.startNow && begin());
  useEffect(() => {
    beginAtOnce();
  }, []);
  if (check === undefined) return null;

  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-prose text-muted">
        Laso’s lists say what was bought; the chain says what was paid. This compares the two: every USDC
        payment on {networkName(network.id)} from <Address value={account} /> to Laso.
      </p>
      {running && check && <Progress check={check} found={transfersOf(check).length} />}
      {running && !check && (
        <ProgressBar label="Checking the chain" done={0} all={1} text="Looking for the first block" />
      )}
      {problem && (
        <Notice tone="danger" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {!running && unfinished && !problem && (
        <Notice title={`Stopped at ${percent(check)} %.`}>
          The newest payments are read first. What was read is kept; Continue goes on from there.
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-3">
        {running ? (
          <Button onClick={() => cancelCheck(account)}>Cancel</Button>
        ) : (
          <>
            <TextField
              type="date"
              label="Payments since"
              value={day}
              max={dayOf(nowMs)}
              onChange={(event) => setTypedDay(event.target.value)}
              error={
                refused
                  ? 'Choose a day in the past: nothing is known of this account that would tell where to begin.'
                  : undefined
              }
            />
            <Button onClick={() => setRefused(!begin())}>
              {unfinished ? 'Continue' : 'Check the chain'}
            </Button>
          </>
        )}
      </div>
      {check && result && (
        <CheckResult
          check={check}
          result={result}
          missing={props.missing}
          transactionHref={props.transactionHref}
        />
      )}
      {!kept && (
        <p className="max-w-prose text-sm text-caution">
          This browser keeps nothing for this page: after a reload the check starts anew.
        </p>
      )}
    </div>
  );
}

function Progress({ check, found }: { check: Parameters<typeof progressOf>[0]; found: number }) {
  const { doneBlocks, allBlocks } = progressOf(check);
  return (
    <ProgressBar
      label="Checking the chain"
      done={doneBlocks}
      all={allBlocks}
      text={`${doneBlocks.toLocaleString('en-US')} of ${counted(allBlocks, 'block')}, ${counted(found, 'payment')} so far`}
    />
  );
}

function percent(check: Parameters<typeof progressOf>[0]): number {
  const { doneBlocks, allBlocks } = progressOf(check);
  return Math.floor((100 * doneBlocks) / allBlocks);
}
