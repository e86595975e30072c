import type { ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { transactionUrl } from '#config/explorer.ts';
import { networkName } from '#domain/chain.ts';
import type { ChainVerdict } from '#payments/reconcile/evidence.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';
import { isOpen, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { Address } from '#ui/address.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { useNow } from '#ui/use-now.ts';
import { paymentAdvice } from './payment-advice.ts';
import { PaymentTimeline } from './payment-timeline.tsx';
import { knownMs, NOT_KNOWN } from './known-time.ts';
import { productName, stateTone, stateWord, stepWord } from './payment-words.ts';
import { UnreadablePayment } from './unreadable-payment.tsx';

interface PaymentListProps {
  entries: readonly JournalEntry[];
  /** What the last look at the chain gave, by row id. */
  seen: ReadonlyMap<string, ChainVerdict>;
  renderActions: (row: PaymentSummary, nowMs: number) => ReactNode;
}

/** Every payment made in this browser, as the journal has it. */
export function PaymentList({ entries, seen, renderActions }: PaymentListProps) {
  // "Certain at 14:32" and the end of a signature come by themselves.
  const nowMs = useNow(5_000);
  return (
    <ul aria-label="Payments" className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {entries.map((entry) =>
        entry.kind === 'row' ? (
          <li key={entry.row.id} className="py-5">
            <RowBoundary what="This payment is kept on this device, but" version={entry.row.revision}>
              <Payment
                row={entry.row}
                seen={seen.get(entry.row.id) ?? null}
                nowMs={nowMs}
                renderActions={renderActions}
              />
            </RowBoundary>
          </li>
        ) : (
          <li key={entry.key} className="py-5">
            <RowBoundary what="This record">
              <UnreadablePayment record={entry.record} />
            </RowBoundary>
          </li>
        ),
      )}
    </ul>
  );
}

interface PaymentProps {
  row: PaymentSummary;
  seen: ChainVerdict | null;
  nowMs: number;
  renderActions: PaymentListProps['renderActions'];
}

function Payment({ row, seen, nowMs, renderActions }: PaymentProps) {
  const startedAtMs = knownMs(row.history[0]?.atMs);
  const href = transactionUrl(useConfig(), row.network, row.transaction);
  const advice = paymentAdvice(row, seen, nowMs);
  const step = row.dismissed ? 'dismissed' : stepWord[row.state];
  return (
    <article className="grid gap-x-10 gap-y-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-md font-semibold">{productName(row)}</h2>
          <UsdcAmount atomic={BigInt(row.amountAtomic)} className="text-md font-semibold" />
        </div>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <StatusMark tone={row.dismissed ? 'neutral' : stateTone[row.state]}>
            <strong className="font-medium">{stateWord[row.state]}</strong>
            {step && <span className="text-muted">: {step}</span>}
          </StatusMark>
          <span className="text-sm text-muted">
            {startedAtMs === null ? NOT_KNOWN : <RelativeTime ms={startedAtMs} />}
          </span>
        </p>
        {advice && <p className="max-w-prose">{advice}</p>}
        <p className="text-sm text-muted">
          On {networkName(row.network)}, from <Address value={row.payer} />
        </p>
        {row.transaction && (
          <p className="flex flex-wrap gap-x-2 text-sm">
            {href ? (
              <ExternalLink href={href}>See the transaction</ExternalLink>
            ) : (
              <Address value={row.transaction} copyLabel="Copy transaction" />
            )}
            {isOpen(row) && row.settledAtSec === null && (
              <span className="text-muted">given by Laso, not proven</span>
            )}
          </p>
        )}
        {renderActions(row, nowMs)}
      </div>
      <PaymentTimeline row={row} />
    </article>
  );
}
