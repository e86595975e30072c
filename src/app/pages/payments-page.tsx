import { useConfig } from '#config/config-context.ts';
import { exportName, exportText } from '#features/payments/export-text.ts';
import { KeepRecords } from '#features/payments/keep-records.tsx';
import { PaymentList } from '#features/payments/payment-list.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { saveFile } from '#features/session/save-file.ts';
import { isLocked, useSessions } from '#features/session/session-store.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { transactionUrl } from '../explorer.ts';
import { paths } from '../paths.ts';

export function PaymentsPage() {
  const config = useConfig();
  const sessions = useSessions((state) => state.sessions);
  const payments = usePayments();
  const entries =
    payments.data?.filter(
      (entry) =>
        entry.kind === 'corrupt' ||
        !isLocked(sessions, [entry.row.accountId, entry.row.payer], entry.row.history[0]?.atMs),
    ) ?? [];
  const rows = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));

  return (
    <>
      <PageHeader
        title="Payments"
        lead="Every payment made in this browser, as it was written down on this device. Agents’ own payments are not among them."
      />
      {payments.isError && (
        <ErrorState
          title="The records of payments could not be read."
          detail="This browser refuses its storage to the page. No payment is made while that is so."
          onRetry={() => void payments.refetch()}
        />
      )}
      {payments.data && entries.length === 0 && (
        <EmptyState
          title="No payments yet"
          action={<ButtonLink to={paths.orderUsCard}>Order a card</ButtonLink>}
        >
          When you order here, each step is written down before it happens, so that no payment is lost or made
          twice.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <KeepRecords onExport={() => saveFile(exportName(Date.now()), exportText(rows, Date.now()))} />
      )}
      {entries.length > 0 && (
        <PaymentList
          entries={entries}
          transactionHref={(row) => transactionUrl(config, row.network, row.transaction)}
          renderNext={(row) =>
            row.cardId ? (
              <ButtonLink size="small" to={paths.card(row.cardId)}>
                Open the card
              </ButtonLink>
            ) : null
          }
        />
      )}
    </>
  );
}
