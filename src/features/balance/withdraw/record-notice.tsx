import { formatUsd } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { AllowAnother } from './allow-another.tsx';
import { clockTime } from '#ui/clock-time.ts';
import { holdEndsAt } from './since-end.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';
import { refusalDetail, refusalTitle, refusalWords } from './withdrawal-refusal.ts';
import { LET_GO_AFTER_MS, wordsFor } from './withdrawal-rules.ts';
import { AFTERWARDS, findingWords } from './withdrawal-words.ts';

interface RecordNoticeProps {
  record: WithdrawalRecord;
  looking: boolean;
  onLook: () => void;
  /** The person accepts that it is not known, and may send another one. */
  onAllowAnother: () => void;
  /** The person has read how it ended. */
  onRead: () => void;
}

/** What is to be said about a withdrawal that this device sent: never called failed before that is certain, and never repeated by itself. */
export function RecordNotice(props: RecordNoticeProps) {
  const words = wordsFor(props.record);
  switch (words) {
    case 'none':
      return null;
    case 'waiting':
      return <Waiting {...props} />;
    case 'nothing-found':
    case 'unclear':
      return <Undecided {...props} />;
    default:
      return <Ended {...props} words={words} />;
  }
}

const lookAgain = ({ looking, onLook }: RecordNoticeProps) => (
  <Button size="small" busy={looking} onClick={onLook}>
    Look again
  </Button>
);

/** Sent, and too early to say. */
function Waiting(props: RecordNoticeProps) {
  useNow(5_000);
  const { record } = props;
  const { refusal } = record;
  const amount = formatUsd(record.amountCents);
  const clearFrom = clockTime(holdEndsAt(record.id, LET_GO_AFTER_MS));
  return (
    <Notice
      tone={refusal === null ? 'caution' : 'danger'}
      title={
        refusal === null ? `It is not known yet whether ${amount} was withdrawn.` : refusalTitle(refusal)
      }
      actions={lookAgain(props)}
    >
      {`${story(record)} This page keeps checking Laso’s history and the balance until ${clearFrom} at the earliest. You cannot send another one before that is clear.`}
    </Notice>
  );
}

function story({ amountCents, startedAtMs, endedAtMs, refusal }: WithdrawalRecord): string {
  const sentAt = clockTime(startedAtMs);
  if (refusal)
    return `${refusalWords(refusal)} But a browser can send a request twice on its own, and this may be the answer to the second try: whether the ${formatUsd(amountCents)} of ${sentAt} went out is not certain yet.`.trim();
  return endedAtMs === null
    ? `Another tab has been sending it since ${sentAt}, or the page that sent it was closed.`
    : `It was sent at ${sentAt}, but no answer of Laso came.`;
}

/** Late reads do not show it as made, and do not make certain that it was not: the person decides. */
function Undecided(props: RecordNoticeProps) {
  const { record } = props;
  const amount = formatUsd(record.amountCents);
  const sentAt = clockTime(record.startedAtMs);
  const isClear = wordsFor(record) === 'nothing-found';
  return (
    <Notice
      tone="caution"
      title={
        isClear
          ? `The withdrawal of ${amount} from ${sentAt} is not in Laso’s history.`
          : `It is still not known whether the ${amount} of ${sentAt} was withdrawn.`
      }
      actions={
        <>
          {isClear && (
            <Button size="small" variant="primary" onClick={props.onAllowAnother}>
              Allow another one
            </Button>
          )}
          {lookAgain(props)}
        </>
      }
    >
      {record.refusal && `${refusalTitle(record.refusal)} ${refusalWords(record.refusal)} `}
      {findingWords(record)}
      {!isClear && <AllowAnother amountCents={record.amountCents} onAllow={props.onAllowAnother} />}
    </Notice>
  );
}

/** How it ended, until the person has read it. */
function Ended({ record, onRead, words }: RecordNoticeProps & { words: keyof typeof AFTERWARDS }) {
  const { tone, title, detail } = AFTERWARDS[words];
  return (
    <Notice
      tone={tone}
      title={words === 'refused' && record.refusal ? refusalTitle(record.refusal) : title(record)}
      actions={
        words !== 'accepted' && (
          <Button size="small" onClick={onRead}>
            I have seen it
          </Button>
        )
      }
    >
      {words === 'refused' && record.refusal && `${refusalDetail(record.refusal)} `}
      {detail(record)}
    </Notice>
  );
}
