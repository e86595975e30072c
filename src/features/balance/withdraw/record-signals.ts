import type { AccountId } from '#domain/account.ts';
import { dayOf, formatDay } from '#domain/day.ts';
import { isoTime } from '#domain/moment.ts';
import { formatUsd } from '#domain/money.ts';
import { signal, type Signal } from '#domain/signals/signal.ts';
import { clockTime } from '#ui/clock-time.ts';
import { storedRecords, type WithdrawalRecord } from './withdrawal-record.ts';
import { wordsFor, type RecordWords } from './withdrawal-rules.ts';

/** One that is being sent now ends within this, in this tab or another. */
const SENDING_MS = 120_000;

type Words = (record: WithdrawalRecord) => string;

const amountOf: Words = ({ amountCents }) => formatUsd(amountCents);
const timeOf: Words = ({ startedAtMs }) => `${formatDay(dayOf(startedAtMs))}, ${clockTime(startedAtMs)}`;
const unknown: Words = (record) =>
  `It is not known whether the withdrawal of ${amountOf(record)} sent on ${timeOf(record)} was made.`;

/** What stands on Balance as a notice that asks for something; the other words tell of nothing that is open. */
const SENTENCES: Partial<Record<RecordWords, Words>> = {
  waiting: unknown,
  'nothing-found': unknown,
  unclear: unknown,
  unlisted: (record) =>
    `Laso accepted a withdrawal of ${amountOf(record)} on ${timeOf(record)}, but does not list it.`,
  several: (record) =>
    `Laso lists ${record.foundIds.length} withdrawals of ${amountOf(record)}, and you confirmed one on ${timeOf(record)}.`,
  contradicted: (record) =>
    `The withdrawal of ${amountOf(record)} sent on ${timeOf(record)} may have been made after all.`,
};

/** Withdrawals of this browser that are not clear yet, or that turned out otherwise than was said. */
export async function recordSignals(account: AccountId, nowMs: number): Promise<Signal[]> {
  const { records, unreadable } = await storedRecords(account);
  return [
    ...records.flatMap((record) => {
      const sentence = SENTENCES[wordsFor(record)]?.(record);
      const isBeingSent = record.state === 'sending' && nowMs - record.startedAtMs < SENDING_MS;
      return sentence === undefined || isBeingSent ? [] : [signalOf(record, sentence)];
    }),
    ...unreadable.map((key) =>
      signal({
        kind: 'open-withdrawal',
        id: `open-withdrawal ${key} unreadable`,
        level: 'attention',
        sentence: 'A record of a withdrawal sent from this browser cannot be read: it may be on its way.',
      }),
    ),
  ];
}

function signalOf(record: WithdrawalRecord, sentence: string): Signal {
  const { id, state, amountCents, startedAtMs, answeredId, foundIds } = record;
  const ids = [...new Set([...(answeredId === null ? [] : [answeredId]), ...foundIds])];
  return signal({
    kind: 'open-withdrawal',
    // What was put aside while it was open comes back where it turns out otherwise.
    id: `open-withdrawal ${id} ${state}`,
    level: 'attention',
    sentence,
    amountCents,
    support: {
      title: `Withdrawal of ${amountOf(record)}: sent, and it is not clear what became of it`,
      facts: [
        ['Sent at', isoTime(startedAtMs) ?? 'not known'],
        ['Withdrawals it may be', ids.length === 0 ? 'none listed' : ids.join(', ')],
      ],
    },
  });
}
