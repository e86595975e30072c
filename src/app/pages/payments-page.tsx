import { useQuery } from '@tanstack/react-query';
import { centsToQuery } from '#domain/money.ts';
import { exportName, exportText } from '#features/payments/export-text.ts';
import { KeepRecords } from '#features/payments/keep-records.tsx';
import { sendPayment } from '#features/payments/mutations.ts';
import { PaymentActions } from '#features/payments/payment-actions.tsx';
import { PaymentList } from '#features/payments/payment-list.tsx';
import { paymentQueries } from '#features/payments/queries.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import { saveFile } from '#storage/save-file.ts';
import { isLocked, sessionOf, signIn, useSessions } from '#features/session/session-store.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { useHeldSecrets } from '#storage/held-secrets.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { transactionUrl } from '../explorer.ts';
import { paths } from '../paths.ts';
import { findProductFor } from '../products.ts';
import { useServices } from '../services.ts';

export function PaymentsPage() {
  const { config, client } = useServices();
  const sessions = useSessions((state) => state.sessions);
  const payments = usePayments();
  const evidence = useQuery(
    paymentQueries.evidence({ config, client, isSignedIn: (account) => sessionOf(account) !== undefined }),
  );
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
        lead="Every payment made in this browser, as recorded on this device. Your agents’ own payments are not included."
      />
      {payments.isError && (
        <ErrorState
          title="The records of payments could not be read."
          detail="This browser does not let the page use its storage. No payment can be made until it does."
          onRetry={() => void payments.refetch()}
        />
      )}
      {payments.data && entries.length === 0 && (
        <EmptyState
          title="No payments yet"
          action={<ButtonLink to={paths.orderUsCard}>Order a card</ButtonLink>}
        >
          When you order here, each step is recorded before it happens, so that no payment is lost or made
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
          seen={new Map(evidence.data?.map(({ rowId, chain }) => [rowId, chain]))}
          renderActions={(row, nowMs) => (
            <PaymentActions
              row={row}
              nowMs={nowMs}
              links={<PaymentLinks row={row} />}
              checking={evidence.isFetching}
              onCheck={() => void evidence.refetch()}
              onSend={send}
            />
          )}
        />
      )}
    </>
  );
}

/** The payer is the account: when the answer brings its session, its card can be shown. */
async function send(row: PaymentSummary): Promise<PaymentError | null> {
  const { credentials, error } = await sendPayment(row, findProductFor(row));
  if (credentials) {
    const { accountId, userId, idToken, refreshToken, expiresAtMs } = credentials;
    const keep = sessionOf(accountId)?.keep ?? false;
    // Whatever becomes of the session, the order is made.
    await signIn({ accountId, userId, tokens: { idToken, refreshToken, expiresAtMs }, keep }).catch(
      () => null,
    );
  }
  return error;
}

/** Where the same can be ordered by its amount alone. */
const ORDER_PATHS: ReadonlyMap<string, string> = new Map([
  ['us-card', paths.orderUsCard],
  ['intl-card', paths.orderIntlCard],
  ['push-to-card', paths.pushToCard],
]);
/** Where what comes only once is kept. */
const KEPT: ReadonlyMap<string, { to: string; label: string }> = new Map([
  ['push-to-card', { to: paths.pushToCard, label: 'Open the transfer' }],
]);

function currencyOf({ product }: PaymentSummary): string {
  const { currency } = product;
  return typeof currency === 'string' ? `&currency=${encodeURIComponent(currency)}` : '';
}

function PaymentLinks({ row }: { row: PaymentSummary }) {
  const signedIn = useSessions((state) =>
    state.sessions.some(({ accountId }) => accountId === row.payer.toLowerCase()),
  );
  const held = useHeldSecrets(({ entries }) => entries.some(({ id }) => id === row.id));
  if (row.cardId)
    return (
      <ButtonLink size="small" to={paths.card(row.cardId)}>
        Open the card
      </ButtonLink>
    );
  const kept = KEPT.get(row.product.kind);
  if (kept && (held || row.state === 'delivered'))
    return (
      <ButtonLink size="small" variant={held ? 'primary' : 'secondary'} to={kept.to}>
        {kept.label}
      </ButtonLink>
    );
  const orderPath = ORDER_PATHS.get(row.product.kind);
  if (row.state === 'not-charged' && orderPath)
    return (
      <ButtonLink
        size="small"
        to={`${orderPath}?amount=${centsToQuery(row.product.amountCents)}${currencyOf(row)}&retry=${encodeURIComponent(row.id)}`}
      >
        Order again
      </ButtonLink>
    );
  if (row.state === 'paid-not-delivered' && !signedIn)
    return (
      <ButtonLink size="small" variant="primary" to={paths.signIn}>
        Sign in with this wallet
      </ButtonLink>
    );
  return null;
}
