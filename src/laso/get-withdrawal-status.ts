import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { BASE, SOLANA, type NetworkId } from '#domain/chain.ts';
import type { Withdrawal, WithdrawalState } from '#domain/withdrawal.ts';
import type { LasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';
import { gapOf } from './list-gap.ts';
import { wireCents, wireId, wireMs, wireObject, wireText } from './wire.ts';

const withdrawalSchema = z.object({
  id: wireId,
  amount: wireCents,
  asset: wireText,
  network: wireText,
  state: wireText,
  address: wireText,
  timestamp: wireMs,
  tx_hash: wireText,
  tx_url: wireText,
});

/** Either half of the documents' `oneOf`: one withdrawal, or all. */
const answerSchema = z.looseObject({
  withdrawal: wireObject(withdrawalSchema),
  withdrawals: z.optional(z.nullable(z.array(z.unknown()))),
});

/** One read of the history, with what decides how much it proves. */
export interface WithdrawalHistory {
  /** Newest first; an entry that cannot be read is a row without amount and time, never left out. */
  withdrawals: Withdrawal[];
  /** False where Laso answered 404, which means "none yet" for an account that never had one. */
  listed: boolean;
  /**
   * Entries without id and amount, and those that the answer says are not on this page: each may be any
   * withdrawal.
   */
  unreadable: number;
}

/**
 * `GET /get-withdrawal-status`: every withdrawal of the account. A 404 in Laso's own form is an empty history
 * that is not `listed`. An answer without any list is `bad-answer`, never "none": whether money left is
 * decided by this list, so no entry of it is left out either.
 */
export async function readWithdrawals(
  client: LasoClient,
  account: AccountId,
  signal?: AbortSignal,
): Promise<WithdrawalHistory> {
  const path = '/get-withdrawal-status';
  try {
    const answer = await client.read({ account, path, schema: answerSchema, signal });
    const entries = answer.withdrawals?.map(readEntry) ?? (answer.withdrawal && [answer.withdrawal]);
    if (!entries) throw new LasoError('bad-answer', `GET ${path}: no list of withdrawals`);
    const names = namesOf(entries);
    const gap = gapOf(answer, entries.length);
    const missing = gap ? (gap.total ?? entries.length + 1) - entries.length : 0;
    return {
      withdrawals: entries.map((entry, at) => withdrawalOf(entry, names[at] ?? '')).toSorted(newestFirst),
      listed: true,
      unreadable: entries.filter(({ id, amount }) => id === null && amount === null).length + missing,
    };
  } catch (error) {
    if (!(error instanceof LasoError) || error.kind !== 'not-found') throw error;
    return { withdrawals: [], listed: false, unreadable: 0 };
  }
}

/** The same as rows only; a 404 is an empty list. */
export const listWithdrawals = async (
  client: LasoClient,
  account: AccountId,
  signal?: AbortSignal,
): Promise<Withdrawal[]> => (await readWithdrawals(client, account, signal)).withdrawals;

type Entry = z.infer<typeof withdrawalSchema>;

/** What is no object is an entry of which nothing can be read. */
function readEntry(value: unknown): Entry {
  const parsed = z.safeParse(withdrawalSchema, value);
  return parsed.success ? parsed.data : z.parse(withdrawalSchema, {});
}

const UNNAMED = 'without id,';

/** Whether Laso itself gave the id. */
export const hasOwnId = ({ id }: Pick<Withdrawal, 'id'>): boolean => !id.startsWith(UNNAMED);

/**
 * Entries without an id are named by what does not change about them, and counted: two equal ones are two.
 */
function namesOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  return entries.map(({ id, timestamp, amount }) => {
    if (id !== null && !id.startsWith(UNNAMED)) return id;
    const name = `${UNNAMED} ${timestamp ?? 'undated'}, ${amount ?? 'no amount'}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}, ${count}`;
  });
}

function withdrawalOf(entry: Entry, id: string): Withdrawal {
  return {
    id,
    amountCents: entry.amount,
    asset: entry.asset,
    network: networkOf(entry.network),
    rawNetwork: entry.network,
    state: stateOf(entry.state),
    rawState: entry.state ?? '',
    address: entry.address,
    requestedAtMs: entry.timestamp,
    txHash: entry.tx_hash,
    txUrl: entry.tx_url,
  };
}

/** Laso documents "pending" and shows "completed"; the others are what such programs usually say. */
const STATES: ReadonlyMap<string, WithdrawalState> = new Map([
  ['pending', 'pending'],
  ['processing', 'pending'],
  ['completed', 'completed'],
  ['complete', 'completed'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
  ['cancelled', 'failed'],
  ['canceled', 'failed'],
]);

const stateOf = (word: string | null): WithdrawalState => STATES.get(word?.toLowerCase() ?? '') ?? 'unknown';

/** "BASE_MAINNET" as documented; Solana's name is not documented. */
function networkOf(name: string | null): NetworkId | null {
  if (name === BASE || /^base(_mainnet)?$/i.test(name ?? '')) return BASE;
  if (name === SOLANA || /^solana(_mainnet)?$/i.test(name ?? '')) return SOLANA;
  return null;
}

const newestFirst = (a: Withdrawal, b: Withdrawal): number => (b.requestedAtMs ?? 0) - (a.requestedAtMs ?? 0);
