import { formatUsd } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { clockTime } from './clock-time.ts';
import { LET_GO_AFTER_MS, mayLetGo, type WithdrawalRecord } from './withdrawal-record.ts';
import { keptRefusalTitle } from './withdrawal-refusal.ts';

interface RecordNoticeProps {
  record: WithdrawalRecord;
  looking: boolean;
  onLook: () => void;
  /** The person has read it, or accepts that it was never made: forget the record. */
  onDone: () => void;
}

/** A withdrawal that this device sent and that is not settled: never called failed, and never repeated by itself. */
export function RecordNotice(props: RecordNoticeProps) {
  return props.record.state === 'several' ? <Several {...props} /> : <Unknown {...props} />;
}

function Unknown({ record, looking, onLook, onDone }: RecordNoticeProps) {
  useNow(5_000);
  const amount = formatUsd(record.amountCents);
  const sentAt = clockTime(record.startedAtMs);
  const clear = mayLetGo(record);
  const clearFromMs = (record.endedAtMs ?? record.startedAtMs) + LET_GO_AFTER_MS;
  const refused = !clear && record.refusal ? keptRefusalTitle(record.refusal) : null;
  return (
    <Notice
      tone={refused === null ? 'caution' : 'danger'}
      title={
        clear
          ? `The withdrawal of ${amount} from ${sentAt} is not in Laso’s history.`
          : (refused ?? `It is not known yet whether ${amount} was withdrawn.`)
      }
      actions={
        <>
          {clear && (
            <Button size="small" variant="primary" onClick={onDone}>
              Allow another one
            </Button>
          )}
          <Button size="small" busy={looking} onClick={onLook}>
            Look again
          </Button>
        </>
      }
    >
      {clear
        ? 'A minute after it was sent, Laso does not list it, so it was most likely never made. If it does appear later, it goes to the same wallet.'
        : `${story(record)} Laso’s history is checked every 10 seconds. You cannot send another one until this is clear, at ${clockTime(clearFromMs)} at the earliest.`}
    </Notice>
  );
}

function story({ amountCents, startedAtMs, endedAtMs, refusal }: WithdrawalRecord): string {
  const sentAt = clockTime(startedAtMs);
  if (refusal) {
    const words = refusal.words === null ? '' : `Laso says: “${refusal.words}” `;
    return `${words}Most likely nothing was withdrawn. But a browser can send a request twice on its own, and this may be the answer to the second try: whether the ${formatUsd(amountCents)} of ${sentAt} went out is not certain yet.`;
  }
  return endedAtMs === null
    ? `Another tab has been sending it since ${sentAt}, or the page that sent it was closed.`
    : `It was sent at ${sentAt}, but no answer came.`;
}

function Several({ record, onDone }: RecordNoticeProps) {
  return (
    <Notice
      tone="danger"
      title={`Laso’s history shows ${record.foundIds.length} withdrawals of ${formatUsd(record.amountCents)}, and you confirmed one.`}
      actions={
        <Button size="small" onClick={onDone}>
          I have seen it
        </Button>
      }
    >
      The browser or the network sent the request more than once, so more was withdrawn than you meant.
      Nothing is lost if all of them list your wallet below. Laso’s ids: {record.foundIds.join(', ')}.
    </Notice>
  );
}
