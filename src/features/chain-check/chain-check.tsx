import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { purchasesOf, type SentPayment } from '#domain/chain-purchase.ts';
import { networkName } from '#domain/chain.ts';
import { dayOf } from '#domain/day.ts';
import { matchTransfers } from '#domain/match-transfers.ts';
import { sessionOf } from '#session/session-store.ts';
import { Address } from '#ui/address.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { CheckControls } from './check-controls.tsx';
import { CheckResult } from './check-result.tsx';
import { counted } from './check-sums.ts';
import { isCompared, isComplete, progressOf, transfersOf, type KeptCheck } from './kept-check.ts';
import { firstDay, startOfDay } from './since-day.ts';
import { cancelCheck, startCheck, useCheckRun } from './check-runs.ts';
import { chainCheckQueries } from './queries.ts';

interface ChainCheckProps {
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
  /** See `ChainCheckRun`. */
  readCards: () => Promise<boolean>;
  /** Begins as soon as it is shown: the button that brought it here was "Check the chain". */
  startNow: boolean;
}

/** "Check the chain" (product.md §2): every USDC payment from the account's address to Laso, matched with what is known to be bought. */
export function ChainCheck(props: ChainCheckProps) {
  const { account, network, cards, payments } = props;
  const queryClient = useQueryClient();
  const { data: check } = useQuery(chainCheckQueries.kept(account, network.id));
  const { running, problem, kept } = useCheckRun(account);
  const [typedDay, setTypedDay] = useState<string | null>(null);
  const result = useMemo(
    () => check && matchTransfers(transfersOf(check), purchasesOf(cards, payments)),
    [check, cards, payments],
  );
  const known = [...cards.map(({ orderedAtMs }) => orderedAtMs), ...payments.map(({ sentAtMs }) => sentAtMs)];
  const day = typedDay ?? (check ? dayOf(check.sinceMs) : (firstDay([...known, props.knownSinceMs]) ?? ''));
  const unfinished = check !== null && check !== undefined && !isComplete(check);
  /** False when the day is none to begin with. */
  const begin = (): boolean => {
    const sinceMs = startOfDay(day, Date.now());
    if (sinceMs === null) return false;
    startCheck({
      account,
      network,
      sinceMs,
      queryClient,
      isSignedIn: () => sessionOf(account) !== undefined,
      readCards: props.readCards,
    });
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
      {running && <Progress check={check} />}
      {problem && (
        <Notice tone="danger" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {!running && unfinished && !problem && (
        <Notice title={`Stopped at ${percent(check)}%.`}>
          The newest payments are read first. What was read is kept; Continue picks up from there.
        </Notice>
      )}
      <CheckControls
        running={running}
        unfinished={unfinished}
        day={day}
        onDay={setTypedDay}
        onStart={begin}
        onCancel={() => cancelCheck(account)}
        keepFocus={props.startNow}
      />
      {check && result && (
        <CheckResult
          check={check}
          result={result}
          compared={isCompared(check)}
          running={running}
          missing={props.missing}
        />
      )}
      {!kept && (
        <p className="max-w-prose text-sm text-caution">
          This browser stores nothing for this page, so a reload restarts the check.
        </p>
      )}
    </div>
  );
}

/** Until the newest block is known there is no check, or an earlier one that was compared: how much there is to read is not known before. */
function Progress({ check }: { check: KeptCheck | null }) {
  if (!check || (isComplete(check) && isCompared(check)))
    return <ProgressBar label="Checking the chain" done={0} all={1} text="Looking for the newest block" />;
  if (isComplete(check))
    return <ProgressBar label="Checking the chain" done={1} all={1} text="Reading the cards again" />;
  const { doneBlocks, allBlocks } = progressOf(check);
  return (
    <ProgressBar
      label="Checking the chain"
      done={doneBlocks}
      all={allBlocks}
      text={`${doneBlocks.toLocaleString('en-US')} of ${counted(allBlocks, 'block')}, ${counted(transfersOf(check).length, 'payment')} so far`}
    />
  );
}

function percent(check: KeptCheck): number {
  const { doneBlocks, allBlocks } = progressOf(check);
  return Math.floor((100 * doneBlocks) / allBlocks);
}
