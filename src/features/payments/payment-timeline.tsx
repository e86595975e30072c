import type { PaymentState, PaymentSummary } from '#payments/journal/payment-row.ts';
import { knownMs, NOT_KNOWN } from './known-time.ts';
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

/** Notes on a row that stands still (put aside, taken up again) do not hide why it stands there. */
const lastOfState = ({ history, state }: Pick<PaymentSummary, 'history' | 'state'>, at: number): boolean =>
  history[at]?.state === state && history.slice(at + 1).every((later) => later.note !== undefined);

/** The journal's own record of a payment: what people see is what is stored. */
export function PaymentTimeline({ row }: { row: Pick<PaymentSummary, 'history' | 'state' | 'reason'> }) {
  const past = row.history.map((entry, at): TimelineStep => {
    const last = at === row.history.length - 1;
    return {
      key: `${at} ${entry.state}`,
      label: LABELS[entry.state],
      // A doubt that was cleared up later is no failure any more.
      state:
        BAD.has(entry.state) && (last || row.state === entry.state)
          ? 'failed'
          : last && AHEAD.slice(0, 3).includes(entry.state)
            ? 'current'
            : 'done',
      detail: entry.note ?? (last || lastOfState(row, at) ? row.reason : null),
      ...(knownMs(entry.atMs) === null ? { time: NOT_KNOWN } : { at: entry.atMs }),
    };
  });
  const next = AHEAD.slice(AHEAD.indexOf(row.state) + 1).filter(() => AHEAD.includes(row.state));
  const todo = next.map((state): TimelineStep => ({ key: state, label: LABELS[state], state: 'todo' }));
  return <Timeline label="What happened" steps={[...past, ...todo]} />;
}
