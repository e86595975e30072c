import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { BASE, SOLANA, type NetworkId } from '#domain/chain.ts';
import type { Withdrawal, WithdrawalState } from '#domain/withdrawal.ts';
import type { LasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';
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
const answerSchema = z.object({
  withdrawal: wireObject(withdrawalSchema),
  withdrawals: z.optional(z.nullable(z.array(z.unknown()))),
});

/**
 * `GET /get-withdrawal-status`: every withdrawal of the account, newest first. A 404 means there was none yet. An answer without any list is
 * `bad-answer`, never "none": whether money left is decided by this list, so no entry of it is left out either.
 */
export async function listWithdrawals(
  client: LasoClient,
  account: AccountId,
  signal?: AbortSignal,
): Promise<Withdrawal[]> {
  const path = '/get-withdrawal-status';
  try {
    const answer = await client.read({ account, path, schema: answerSchema, signal });
    const entries = answer.withdrawals?.flatMap(readEntry) ?? (answer.withdrawal && [answer.withdrawal]);
    if (!entries) throw new LasoError('bad-answer', `GET ${path}: no list of withdrawals`);
    return entries.map(withdrawalOf).toSorted(newestFirst);
  } catch (error) {
    if (!(error instanceof LasoError) || error.kind !== 'not-found') throw error;
    return [];
  }
}

type Entry = z.infer<typeof withdrawalSchema>;

function readEntry(value: unknown): Entry[] {
  const parsed = z.safeParse(withdrawalSchema, value);
  return parsed.success ? [parsed.data] : [];
}

function withdrawalOf(entry: Entry): Withdrawal {
  return {
    id: entry.id ?? `without id, ${entry.timestamp ?? 'undated'}`,
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

/** "BASE_MAINNET" as documented; Solana's name is not told. */
function networkOf(name: string | null): NetworkId | null {
  if (name === BASE || /^base(_mainnet)?$/i.test(name ?? '')) return BASE;
  if (name === SOLANA || /^solana(_mainnet)?$/i.test(name ?? '')) return SOLANA;
  return null;
}

const newestFirst = (a: Withdrawal, b: Withdrawal): number => (b.requestedAtMs ?? 0) - (a.requestedAtMs ?? 0);
