import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { database } from '#storage/database.ts';
import { refusalSchema } from './withdrawal-refusal.ts';

const STATES = [
  /** From before it is sent until the request has ended, or the page died. */
  'sending',
  /** Ended, and not known yet; no other one may be sent. */
  'open',
  /** Laso answered with an id of its own that the history does not list yet. */
  'accepted',
  /** The history lists exactly it. */
  'made',
  /** The history lists more than one. */
  'several',
  /** Laso refused it, and late reads show nothing of it. */
  'refused',
  /** The person allowed another one without certainty. */
  'let-go',
  /** Was refused or let go, and the history now lists what may be it. */
  'contradicted',
] as const;

/** What the last read that came late enough says about an open withdrawal, or about an accepted one that is missing. */
const FINDINGS = [
  'nothing',
  'history-unreadable',
  'history-incomplete',
  'entries-unreadable',
  'maybe-listed',
  'balance-unreadable',
  'balance-lower',
  'not-listed',
] as const;

const ids = z.array(z.string());
/** As Laso had it before the withdrawal was sent: what later reads are compared with. */
const beforeSchema = z.object({
  /** Withdrawals in the history: what is not among them is new. */
  ids,
  unreadable: z.int(),
  balanceCents: z.nullable(z.int()),
  depositsCents: z.nullable(z.int()),
});

/**
 * A withdrawal as this device knows it, from before it is sent until days after it is closed: `POST /withdraw` has no idempotency, so without
 * this record a lost answer would invite a second one (lessons.md R26), and what was called "not withdrawn" could not be contradicted
 * (lessons.md 36).
 */
const recordSchema = z.object({
  version: z.literal(2),
  id: z.string(),
  accountId: z.string(),
  amountCents: z.int(),
  startedAtMs: z.number(),
  before: beforeSchema,
  state: z.enum(STATES),
  /** When the request was over; null while it is being sent, or when the page died. For people: rules measure time by `waitedMs`. */
  endedAtMs: z.nullable(z.number()),
  /** When the record was closed; for keeping it some days. */
  closedAtMs: z.nullable(z.number()),
  /** Laso answered with this withdrawal, which was new then. */
  answeredId: z.nullable(z.string()),
  refusal: z.nullable(refusalSchema),
  /** How long after the end the latest look began, on a clock that nobody can set (`since-end.ts`). */
  waitedMs: z.nullable(z.number()),
  look: z.nullable(z.enum(FINDINGS)),
  /** The history's entries that are it, or may be it. */
  foundIds: ids,
  /** Entries that the person has read about and accepted. */
  toldIds: ids,
  /** The person has read how it ended. */
  seen: z.boolean(),
});
export type WithdrawalRecord = z.infer<typeof recordSchema>;
export type WithdrawalFinding = NonNullable<WithdrawalRecord['look']>;
export type BeforeSending = z.infer<typeof beforeSchema>;

/** What earlier versions of this page wrote. */
const firstVersion = z.object({
  version: z.literal(1),
  id: z.string(),
  accountId: z.string(),
  amountCents: z.int(),
  startedAtMs: z.number(),
  knownIds: ids,
  state: z.enum(['sending', 'unknown', 'several']),
  endedAtMs: z.nullable(z.number()),
  answeredId: z.nullable(z.string()),
  refusal: z.optional(z.nullable(refusalSchema)),
  foundIds: ids,
});

/** Null when it cannot be read: a damaged record, or one of a newer version. */
function parseRecord(value: unknown): WithdrawalRecord | null {
  const parsed = z.safeParse(recordSchema, value);
  if (parsed.success) return parsed.data;
  const old = z.safeParse(firstVersion, value);
  return old.success ? fromFirstVersion(old.data) : null;
}

function fromFirstVersion({ knownIds, ...old }: z.infer<typeof firstVersion>): WithdrawalRecord {
  const open = old.answeredId === null ? ('open' as const) : ('accepted' as const);
  return {
    ...old,
    version: 2,
    before: { ids: knownIds, unreadable: 0, balanceCents: null, depositsCents: null },
    state: old.state === 'unknown' ? open : old.state,
    closedAtMs: old.state === 'several' ? old.endedAtMs : null,
    refusal: old.refusal ?? null,
    waitedMs: null,
    look: null,
    toldIds: [],
    seen: false,
  };
}

/** It is not known yet whether it was made: no other one is sent. */
export const isOpenWithdrawal = ({ state }: Pick<WithdrawalRecord, 'state'>): boolean =>
  state === 'sending' || state === 'open';

/** Oldest first. A damaged record is left where it is and out of the list. Rejects when storage refuses. */
export async function readRecords(account: AccountId): Promise<WithdrawalRecord[]> {
  return (await storedRecords(account)).records;
}

interface StoredRecords {
  records: WithdrawalRecord[];
  /** Keys of records that this page cannot read and that may be this account's: each may be an open withdrawal. */
  unreadable: string[];
}

export async function storedRecords(account: AccountId): Promise<StoredRecords> {
  const { store } = (await database()).transaction('withdrawals');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const parsed = values.map((value, at) => ({ value, key: keys[at] ?? '', record: parseRecord(value) }));
  return {
    records: parsed
      .flatMap(({ record }) => (record?.accountId === account ? [record] : []))
      .toSorted((a, b) => a.startedAtMs - b.startedAtMs),
    unreadable: parsed.flatMap(({ value, key, record }) =>
      record === null && mayBelongTo(value, account) ? [key] : [],
    ),
  };
}

const named = z.object({ accountId: z.string() });

function mayBelongTo(value: unknown, account: AccountId): boolean {
  const parsed = z.safeParse(named, value);
  return !parsed.success || parsed.data.accountId === account;
}

/** Of all accounts: those whose outcome would be lost for good without them, unreadable ones too. Rejects when storage refuses. */
export async function countOpenRecords(): Promise<number> {
  const values: unknown[] = await (await database()).getAll('withdrawals');
  return values.filter((value) => {
    const record = parseRecord(value);
    return record === null || isOpenWithdrawal(record) || record.state === 'accepted';
  }).length;
}

/** Resolves when it is on the disk. */
export async function writeRecord(record: WithdrawalRecord): Promise<void> {
  const tx = (await database()).transaction('withdrawals', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put(record, record.id), tx.done]);
}

export async function removeRecord(id: string): Promise<void> {
  await (await database()).delete('withdrawals', id);
}
