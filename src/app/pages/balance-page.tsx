import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { withdrawnCents } from '#domain/withdrawal.ts';
import { BalanceFacts } from '#features/balance/balance-facts.tsx';
import { ConfirmWithdrawal } from '#features/balance/withdraw/confirm-withdrawal.tsx';
import { DestinationAlerts, strayWithdrawals } from '#features/balance/withdraw/destination-alerts.tsx';
import { allowAnother, markRead } from '#features/balance/withdraw/mutations.ts';
import { OutcomeNotice } from '#features/balance/withdraw/outcome-notice.tsx';
import { balanceQueries } from '#features/balance/queries.ts';
import { RecordNotice } from '#features/balance/withdraw/record-notice.tsx';
import { useWithdraw } from '#features/balance/withdraw/use-withdraw.ts';
import { useWithdrawals } from '#features/balance/use-withdrawals.ts';
import { withdrawDoubts } from '#features/balance/withdraw/withdraw-doubts.ts';
import { WithdrawForm } from '#features/balance/withdraw/withdraw-form.tsx';
import { withdrawalQueries } from '#features/balance/withdrawal-queries.ts';
import { WithdrawalsTable, WithdrawalsTableSkeleton } from '#features/balance/withdrawals-table.tsx';
import { useAccounts, useLaso, type Laso } from '#session/laso-context.ts';
import { useReadProblem } from '#session/use-read-problem.ts';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { AccountChoice } from '../layout/account-choice.tsx';
import { isFrozen, ReadProblems } from '../layout/read-problems.tsx';
import { useDestination } from './use-destination.tsx';

/** One account's balance at a time: money goes to that account's own wallet. With several on screen the person chooses. */
export function BalancePage() {
  const accounts = useAccounts();
  const active = useLaso();
  const [chosen, setChosen] = useState(active.account);
  const laso = accounts.find(({ account }) => account === chosen) ?? active;
  return (
    <BalanceOfAccount
      key={laso.account}
      laso={laso}
      choice={<AccountChoice accounts={accounts} chosen={laso.account} onChoose={setChosen} />}
    />
  );
}

function BalanceOfAccount({ laso, choice }: { laso: Laso; choice: ReactNode }) {
  const { supportEmail } = useConfig();
  const queryClient = useQueryClient();
  const balance = useQuery(balanceQueries.current(laso));
  const { records, unreadable, open, history } = useWithdrawals(laso);
  const { isSending, outcome, made, send, forget } = useWithdraw(laso);
  const [asked, setAsked] = useState<{ amountCents: number; seenIds: string[] } | null>(null);
  const balanceProblem = useReadProblem('the balance', balance);
  const historyProblem = useReadProblem('the withdrawals', history);
  const problems = [balanceProblem, historyProblem].flatMap((problem) => problem ?? []);

  const withdrawals = history.data ?? [];
  const { destination, findAddress } = useDestination(laso, withdrawals);
  const balanceCents = balance.data?.balanceCents ?? null;
  const strays = strayWithdrawals(withdrawals, destination, laso.account).length;
  const change = async (changing: Promise<void>) => {
    await changing.catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: withdrawalQueries.records(laso).queryKey });
  };

  return (
    <>
      <PageHeader
        title="Balance"
        lead="What Laso holds for this account: canceled orders, and payments whose order failed. Withdraw it to the account’s own wallet."
        age={
          <DataAge
            updatedAt={balance.data ? balance.dataUpdatedAt : null}
            refreshing={balance.isFetching}
            failed={balanceProblem !== null && balance.data !== undefined}
          />
        }
      />
      {choice}
      <ReadProblems problems={problems} />
      <DestinationAlerts history={withdrawals} destination={destination} account={laso.account} />
      {records.map((record) => (
        <RecordNotice
          key={record.id}
          record={record}
          looking={history.isFetching}
          onLook={() => void history.refetch()}
          onAllowAnother={() => void change(allowAnother(laso, record.id))}
          onRead={() => void change(markRead(laso, record.id))}
        />
      ))}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <BalanceFacts
          balanceCents={balanceCents}
          totalDepositsCents={balance.data?.totalDepositsCents ?? null}
          reason={balanceProblem ? 'Could not be read' : 'Loading'}
          withdrawnCents={history.data ? withdrawnCents(history.data) : null}
          destination={destination}
          findAddress={findAddress}
        />
        {!isFrozen(problems) && (
          <Panel title="Withdraw" raised>
            <WithdrawForm
              // A new one, empty, after each that was made.
              key={made}
              balanceCents={balanceCents}
              busy={isSending}
              blocked={blockedBy({
                open: open.length,
                balanceCents,
                historyRead: history.data !== undefined,
              })}
              problem={<OutcomeNotice outcome={outcome} />}
              onWithdraw={(amountCents) => {
                forget();
                setAsked({ amountCents, seenIds: withdrawals.map(({ id }) => id) });
              }}
            />
          </Panel>
        )}
      </div>
      <Panel title="Withdrawals">
        {history.data && (
          <WithdrawalsTable withdrawals={history.data} destination={destination} account={laso.account} />
        )}
        {history.data?.length === 0 && (
          <EmptyState title={open.length > 0 ? 'Laso lists no withdrawals now' : 'No withdrawals yet'}>
            {open.length > 0
              ? 'One may be on its way: see above.'
              : 'Withdrawals from the balance appear here.'}
          </EmptyState>
        )}
        {!history.data && !historyProblem && <WithdrawalsTableSkeleton />}
        {!history.data && historyProblem && (
          <p className="border-t border-hairline py-4 text-muted">Could not be read.</p>
        )}
      </Panel>
      {asked && balanceCents !== null && (
        <ConfirmWithdrawal
          amountCents={asked.amountCents}
          balanceCents={balanceCents}
          destination={destination}
          doubts={withdrawDoubts(destination, strays, supportEmail, unreadable.length)}
          sending={isSending}
          onClose={() => setAsked(null)}
          onConfirm={() => void send({ ...asked, acceptedRecords: unreadable }).finally(() => setAsked(null))}
        />
      )}
    </>
  );
}

function blockedBy(state: {
  open: number;
  balanceCents: number | null;
  historyRead: boolean;
}): string | null {
  if (state.open > 0) return 'Wait until it is clear what happened to the earlier one.';
  if (state.balanceCents === null) return 'The balance is not known yet.';
  if (state.balanceCents === 0) return 'There is nothing to withdraw.';
  if (!state.historyRead) return 'The earlier withdrawals are not known yet.';
  return null;
}
