import type { Withdrawal } from '#domain/withdrawal.ts';
import { getAccountBalance } from '#laso/get-account-balance.ts';
import { listWithdrawals } from '#laso/get-withdrawal-status.ts';
import type { Laso } from '#laso/laso-context.ts';
import { LasoError } from '#laso/laso-error.ts';
import { withdraw } from '#laso/withdraw.ts';
import { withFreeLockAndThen, type Locks } from '#storage/free-lock.ts';
import { recordsLock, sendingLock, settleUnderLock } from './settle-records.ts';
import { CERTAIN_REFUSALS, refusalOf } from './withdrawal-refusal.ts';
import {
  isOpen,
  readRecords,
  removeRecord,
  writeRecord,
  type WithdrawalRecord,
} from './withdrawal-record.ts';

interface WithdrawalOrder {
  laso: Laso;
  amountCents: number;
  /** The history as it was on screen when the person decided: what is new since then was not known to them. */
  seenIds: readonly string[];
  locks?: Locks | undefined;
}

/** Why nothing was sent. */
export type NotSent = 'busy' | 'no-locks' | 'open' | 'changed' | 'history' | 'storage';

export type WithdrawalOutcome =
  | { kind: 'made'; amountCents: number }
  /** The history shows more than one, although one was asked for. */
  | { kind: 'several' }
  | { kind: 'unknown' }
  /** Laso refused, and nothing was made: its reason, or history and balance, say so. */
  | { kind: 'refused'; error: LasoError }
  | { kind: 'not-sent'; why: NotSent; error?: unknown };

/**
 * Sends one withdrawal, at most once: under a lock over all tabs, with a record on the disk before, and compared with Laso's history before and
 * after, whatever the answer (product.md §8; lessons.md 33, R26).
 */
export async function sendWithdrawal(order: WithdrawalOrder): Promise<WithdrawalOutcome> {
  const { account } = order.laso;
  const send = () => sendUnderLock(order);
  const held = await withFreeLockAndThen(sendingLock(account), recordsLock(account), send, order.locks);
  if (held.ran) return held.value;
  return { kind: 'not-sent', why: held.why === 'held' ? 'busy' : 'no-locks' };
}

async function sendUnderLock({ laso, amountCents, seenIds }: WithdrawalOrder): Promise<WithdrawalOutcome> {
  const [before, balanceCents] = await Promise.all([readHistory(laso), readBalance(laso)]);
  if (before instanceof LasoError) return { kind: 'not-sent', why: 'history', error: before };
  const record: WithdrawalRecord = {
    version: 1,
    id: crypto.randomUUID(),
    accountId: laso.account,
    amountCents,
    startedAtMs: Date.now(),
    knownIds: before.map(({ id }) => id),
    state: 'sending',
    endedAtMs: null,
    answeredId: null,
    lookedAtMs: null,
    foundIds: [],
  };
  try {
    if ((await readRecords(laso.account)).some(isOpen)) return { kind: 'not-sent', why: 'open' };
    if (before.some(({ id }) => !seenIds.includes(id))) return { kind: 'not-sent', why: 'changed' };
    await writeRecord(record);
  } catch (error) {
    return { kind: 'not-sent', why: 'storage', error };
  }
  const answer = await withdraw(laso.client, laso.account, amountCents).catch(asLasoError);
  const over = { ...record, endedAtMs: Date.now() };
  if (answer instanceof LasoError) return afterFailure(laso, over, answer, balanceCents);
  return afterAnswer(laso, { ...over, answeredId: answer.id }, answer.amountCents ?? amountCents);
}

/**
 * A browser may have sent the request twice by itself, and then a refusal is the answer to the second try. Where the reason would have stopped the
 * first one too, it is final. "Too little balance or a bad amount" (400) is, when the balance is what it was. All others wait as long as an
 * answer that was lost.
 */
async function afterFailure(
  laso: Laso,
  record: WithdrawalRecord,
  error: LasoError,
  balanceBeforeCents: number | null,
): Promise<WithdrawalOutcome> {
  await keep({ ...record, state: 'unknown', refusal: refusalOf(error) });
  const found = await compare(laso, record);
  if (found !== null && found > 0)
    return found > 1 ? { kind: 'several' } : { kind: 'made', amountCents: record.amountCents };
  const nothingTaken = async () => {
    const now = await readBalance(laso);
    return balanceBeforeCents !== null && now !== null && now >= balanceBeforeCents;
  };
  const final =
    CERTAIN_REFUSALS.has(error.kind) ||
    (error.kind === 'bad-request' && found === 0 && (await nothingTaken()));
  if (!final) return { kind: 'unknown' };
  await removeRecord(record.id).catch(() => undefined);
  return { kind: 'refused', error };
}

async function afterAnswer(
  laso: Laso,
  record: WithdrawalRecord,
  amountCents: number,
): Promise<WithdrawalOutcome> {
  await keep(record);
  const found = await compare(laso, record);
  return found !== null && found > 1 ? { kind: 'several' } : { kind: 'made', amountCents };
}

/** How many withdrawals the history shows for the record; null when it cannot be read now. */
async function compare(laso: Laso, record: WithdrawalRecord): Promise<number | null> {
  const readFromMs = Date.now();
  const history = await readHistory(laso);
  if (history instanceof LasoError) return null;
  const matches = await settleUnderLock(laso.account, history, readFromMs).catch(() => null);
  return matches?.find((match) => match.record.id === record.id)?.found.length ?? null;
}

const readHistory = ({ client, account }: Laso): Promise<Withdrawal[] | LasoError> =>
  listWithdrawals(client, account).catch(asLasoError);

/** Cents; null when it cannot be read now. */
const readBalance = ({ client, account }: Laso): Promise<number | null> =>
  getAccountBalance(client, account).then(
    ({ balanceCents }) => balanceCents,
    () => null,
  );

/** Anything else that is thrown is a fault of this page: whether something was sent is then not known. */
const asLasoError = (error: unknown): LasoError =>
  error instanceof LasoError ? error : new LasoError('bad-answer', 'unexpected', { cause: error });

/** What was committed before sending says enough when this write fails. */
const keep = (record: WithdrawalRecord): Promise<void> => writeRecord(record).catch(() => undefined);
