import { getAccountBalance } from '#laso/get-account-balance.ts';
import { readWithdrawals, type WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import type { Laso } from '#session/laso-context.ts';
import { LasoError } from '#laso/laso-error.ts';
import { withdraw } from '#laso/withdraw.ts';
import { withdrawalLock, withdrawalRecordsLock } from '#storage/keys.ts';
import type { Locks } from '#storage/lock-in-time.ts';
import { withLockIfFreeAndThen } from '#storage/locks.ts';
import { changeRecord, settleUnderLock } from './settle-records.ts';
import { noteEnd, pageTime } from './since-end.ts';
import { removeRecord, storedRecords, writeRecord, type WithdrawalRecord } from './withdrawal-record.ts';
import { refusalOf } from './withdrawal-refusal.ts';
import {
  answered,
  beforeSending,
  letGo,
  read,
  whyNotSend,
  type NotSent,
  type ReadsBefore,
  type WithdrawalAnswer,
} from './withdrawal-rules.ts';

export interface WithdrawalOrder {
  laso: Laso;
  amountCents: number;
  /** The history as it was on screen when the person decided: what is new since then was not known to them. */
  seenIds: readonly string[];
  /** Records that cannot be read, and that the person accepted as perhaps open withdrawals. */
  acceptedRecords?: readonly string[];
  locks?: Locks | undefined;
}

export type WithdrawalOutcome =
  | { kind: 'made'; amountCents: number }
  /** It has a record, whose notice says what is known (`RecordNotice`): it outlives this page. */
  | { kind: 'recorded' }
  | { kind: 'not-sent'; why: NotSent; error?: unknown };

/**
 * Sends one withdrawal, at most once: under a lock over all tabs, with a record on the disk before, and compared with Laso's history before and
 * after, whatever the answer (product.md §8; lessons.md 33, R26). What each step means is decided by `withdrawal-rules.ts`.
 */
export async function sendWithdrawal(order: WithdrawalOrder): Promise<WithdrawalOutcome> {
  const { account } = order.laso;
  const send = () => sendUnderLock(order);
  const held = await withLockIfFreeAndThen(
    withdrawalLock(account),
    withdrawalRecordsLock(account),
    send,
    order.locks,
  );
  if (held.ran) return held.value;
  return { kind: 'not-sent', why: held.why === 'held' ? 'busy' : 'no-locks' };
}

async function sendUnderLock(order: WithdrawalOrder): Promise<WithdrawalOutcome> {
  const { laso } = order;
  const [history, balance] = await Promise.all([readHistory(laso), readBalance(laso)]);
  if (history instanceof LasoError) return { kind: 'not-sent', why: 'history', error: history };
  if (balance instanceof LasoError) return { kind: 'not-sent', why: 'balance', error: balance };
  const prepared = await prepare(order, { history, balance });
  if ('kind' in prepared) return prepared;
  const { record, others } = prepared;
  const answer = await withdraw(laso.client, laso.account, order.amountCents).then(acceptance, asLasoError);
  noteEnd(record.id);
  if (answer instanceof LasoError && answer.kind === 'session-ended') {
    // No answer says this: there was no token to send the request with.
    await removeRecord(record.id).catch(() => undefined);
    return { kind: 'not-sent', why: 'session', error: answer };
  }
  await keep(answered(record, others, answer instanceof LasoError ? refusal(answer) : answer, Date.now()));
  const after = await lookNow(laso);
  const made = after?.find(({ id }) => id === record.id)?.state === 'made';
  return made ? { kind: 'made', amountCents: order.amountCents } : { kind: 'recorded' };
}

/** The record on the disk, or why nothing may be sent. */
async function prepare(order: WithdrawalOrder, reads: ReadsBefore) {
  const notSent = (why: NotSent, error?: unknown) => ({ kind: 'not-sent' as const, why, error });
  try {
    const { records: others, unreadable } = await storedRecords(order.laso.account);
    const why = whyNotSend(others, reads, order.seenIds);
    if (why !== null) return notSent(why);
    if (unreadable.some((key) => !order.acceptedRecords?.includes(key))) return notSent('unreadable-record');
    const record = { ...newRecord(order, reads), startedAtMs: ownMoment(others) };
    await writeRecord(record);
    // Who withdraws again has read how the last one ended.
    for (const one of others) if (one.state === 'refused' && !one.seen) await keep(read(one));
    return { record, others };
  } catch (error) {
    return notSent('storage', error);
  }
}

/** Now, in ms, and no other record's: they are told apart and put in order by it. */
function ownMoment(others: readonly WithdrawalRecord[]): number {
  let atMs = Date.now();
  while (others.some(({ startedAtMs }) => startedAtMs === atMs)) atMs += 1;
  return atMs;
}

const newRecord = ({ laso, amountCents }: WithdrawalOrder, reads: ReadsBefore): WithdrawalRecord => ({
  version: 2,
  id: crypto.randomUUID(),
  accountId: laso.account,
  amountCents,
  startedAtMs: Date.now(),
  before: beforeSending(reads),
  state: 'sending',
  endedAtMs: null,
  closedAtMs: null,
  answeredId: null,
  refusal: null,
  waitedMs: null,
  look: null,
  foundIds: [],
  toldIds: [],
  seen: false,
});

const acceptance = (made: { id: string; amountCents: number | null }): WithdrawalAnswer => ({
  kind: 'accepted',
  ...made,
});

function refusal(error: LasoError): WithdrawalAnswer {
  const refused = refusalOf(error);
  return refused === null ? { kind: 'silent' } : { kind: 'refused', refusal: refused };
}

/** All records after a first look; null when the history, or storage, cannot be read now. */
async function lookNow(laso: Laso): Promise<WithdrawalRecord[] | null> {
  const readFromMs = pageTime();
  const history = await readHistory(laso);
  if (history instanceof LasoError) return null;
  return settleUnderLock({ laso, history, readFromMs }).catch(() => null);
}

const readHistory = ({ client, account }: Laso): Promise<WithdrawalHistory | LasoError> =>
  readWithdrawals(client, account).catch(asLasoError);

const readBalance = ({ client, account }: Laso) => getAccountBalance(client, account).catch(asLasoError);

/** Anything else that is thrown is a fault of this page: whether something was sent is then not known. */
const asLasoError = (error: unknown): LasoError =>
  error instanceof LasoError ? error : new LasoError('bad-answer', 'unexpected', { cause: error });

/** What was committed before sending says enough when this write fails. */
const keep = (record: WithdrawalRecord): Promise<void> => writeRecord(record).catch(() => undefined);

/** The person allows another withdrawal while this one is not clear. Rejects when storage refuses. */
export const allowAnother = (laso: Laso, recordId: string): Promise<void> =>
  changeRecord(laso, recordId, (record) => letGo(record, Date.now()));

/** The person has read how it ended. Rejects when storage refuses. */
export const markRead = (laso: Laso, recordId: string): Promise<void> => changeRecord(laso, recordId, read);
