import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { exportName, exportText } from '#features/payments/export-text.ts';
import { KeepRecords } from '#features/payments/keep-records.tsx';
import { checkAgain, sendPayment } from '#features/payments/mutations.ts';
import { PaymentActions } from '#features/payments/payment-actions.tsx';
import { PaymentList } from '#features/payments/payment-list.tsx';
import { paymentQueries, readersOf } from '#features/payments/queries.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { saveFile } from '#ui/save-file.ts';
import { sessionOf, signInWith, useSessions } from '#session/session-store.ts';
import { entriesOf } from '#payments/journal/journal.ts';
import { freeCandidates } from '#payments/reconcile/match-product.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { isFinal, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { ownedBy } from '#payments/journal/unreadable-record.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { refreshAfterPurchase } from '../order/refresh-after-purchase.ts';
import { PaymentLinks } from '../order/payment-links.tsx';
import { paths } from '#config/paths.ts';
import { findProductFor } from '../order/products.ts';
import { isRowLocked } from '../device/row-lock.ts';
import { useServices, type Services } from '../services.ts';

export function PaymentsPage() {
  const services = useServices();
  const { config, client } = services;
  const sessions = useSessions((state) => state.sessions);
  const payments = usePayments();
  const witnesses = { config, client, isSignedIn: (account: AccountId) => sessionOf(account) !== undefined };
  const evidence = useQuery(paymentQueries.evidence(witnesses));
  const [checking, setChecking] = useState<string | null>(null);
  /** What has its last word is asked about by itself: the look after open payments passes it by. */
  async function check(row: PaymentSummary): Promise<void> {
    if (!isFinal(row.state)) return void evidence.refetch();
    setChecking(row.id);
    await checkAgain(row, readersOf(witnesses)).catch(() => undefined);
    setChecking(null);
  }
  const entries =
    payments.data?.filter((entry) => {
      const owned = entry.kind === 'row' ? entry.row : ownedBy(entry.record);
      return owned === null || !isRowLocked(owned, sessions);
    }) ?? [];
  const { rows: all } = entriesOf(payments.data ?? []);

  return (
    <>
      <PageHeader
        title="Payments"
        lead="Every payment made in this browser, as recorded on this device. Your agents’ own payments are not included."
      />
      {payments.isError && (
        <ErrorState
          title="The records of payments could not be read."
          detail="This browser’s storage does not answer, or is not allowed. No payment can be made until it is."
          onRetry={() => void payments.refetch()}
        />
      )}
      {evidence.isError && !payments.isError && (
        <ErrorState
          title="What became of open payments could not be looked for."
          detail={`${busyWords(evidence.error)}They stay as they are. Nothing was sent or paid.`}
          onRetry={() => void evidence.refetch()}
          retrying={evidence.isFetching}
        />
      )}
      {payments.data && !payments.isError && entries.length === 0 && (
        <EmptyState
          title="No payments yet"
          action={<ButtonLink to={paths.orderUsCard}>Order a card</ButtonLink>}
        >
          When you order here, each step is recorded before it happens, so that no payment is lost or made
          twice.
        </EmptyState>
      )}
      {entries.length > 0 && (
        <KeepRecords onExport={() => saveFile(exportName(Date.now()), exportText(entries, Date.now()))} />
      )}
      {entries.length > 0 && (
        <PaymentList
          entries={entries}
          seen={new Map(evidence.data?.map(({ rowId, chain }) => [rowId, chain]))}
          renderActions={(row, nowMs) => (
            <PaymentActions
              row={{ ...row, candidateIds: freeCandidates(row, all) }}
              nowMs={nowMs}
              links={<PaymentLinks row={row} />}
              checking={evidence.isFetching || checking === row.id}
              onCheck={(one) => void check(one)}
              onSend={(one) => send(one, services)}
            />
          )}
        />
      )}
    </>
  );
}

/** Another tab that does not finish its look is something the person can end. */
const busyWords = (error: unknown): string =>
  error instanceof PaymentError && error.kind === 'busy' ? `${error.message} ` : '';

/** The payer is the account: when the answer brings its session, its card can be shown. */
async function send(row: PaymentSummary, services: Services): Promise<PaymentError | null> {
  const { firebaseProjectId } = services.config;
  const { credentials, error } = await sendPayment(row, findProductFor(row), firebaseProjectId);
  if (credentials) {
    const keep = sessionOf(credentials.accountId)?.keep ?? false;
    // Whatever becomes of the session, the order is made.
    await signInWith(credentials, keep).catch(() => null);
  }
  await refreshAfterPurchase(services, accountIdOf(row.payer));
  return error;
}
