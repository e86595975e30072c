import type { PaymentState, PaymentSummary } from '#payments/payment-row.ts';
import { Timeline, type TimelineStep } from '#ui/timeline.tsx';

const LABELS: Record<PaymentState, string> = {
  draft: 'Order written',
  quoted: 'Price agreed',
  signing: 'Asked the wallet to sign',
  signed: 'Signed, and kept on this device',
  sent: 'Sent to Laso',
  delivered: 'Paid and delivered',
  'not-charged': 'Not charged',
  unknown: 'Outcome unknown',
  'paid-not-delivered': 'Paid, not delivered',
};

const AHEAD: PaymentState[] = ['signing', 'signed', 'sent', 'delivered'];
const BAD = new Set<PaymentState>(['unknown', 'paid-not-delivered']);

/** The journal's own record of a payment: what people see is what is stored. */
export function PaymentTimeline({ row }: { row: Pick<PaymentSummary, 'history' | 'state' | 'reason'> }) {
  const past = row.history.map((entry, at): TimelineStep => {
    const last = at === row.history.length - 1;
    return {
      key: `${at} ${entry.state}`,
      label: LABELS[entry.state],
      state: BAD.has(entry.state)
        ? 'failed'
        : last && AHEAD.slice(0, 3).includes(entry.state)
          ? 'current'
          : 'done',
      detail: entry.note ?? (last ? row.reason : null),
      at: entry.atMs,
    };
  });
  const next = AHEAD.slice(AHEAD.indexOf(row.state) + 1).filter(() => AHEAD.includes(row.state));
  const todo = next.map((state): TimelineStep => ({ key: state, label: LABELS[state], state: 'todo' }));
  return <Timeline label="What happened" steps={[...past, ...todo]} />;
}
