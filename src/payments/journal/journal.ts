import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import type { LasoDatabase } from '#storage/database.ts';
import { PAYMENTS_CHANNEL } from '#storage/keys.ts';
import { StorageSilent } from '#storage/storage-wait.ts';
import { PaymentError } from '../payment-error.ts';
import {
  canAdvance,
  paymentRowSchema,
  summaryOf,
  type PaymentRow,
  type PaymentSummary,
} from './payment-row.ts';
import { readRow } from './row-migration.ts';
import { unreadableRecord, type UnreadableRecord } from './unreadable-record.ts';

/** One corrupt row never hides the others: it is listed as such, with its key and what can be made out. */
export type JournalEntry =
  | { readonly kind: 'row'; readonly row: PaymentSummary }
  | { readonly kind: 'corrupt'; readonly key: string; readonly record: UnreadableRecord };

/** What the journal lists, by whether it can be read. */
export const entriesOf = (
  entries: readonly JournalEntry[],
): { rows: PaymentSummary[]; unreadable: UnreadableRecord[] } => ({
  rows: entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
  unreadable: entries.flatMap((entry) => (entry.kind === 'corrupt' ? [entry.record] : [])),
});

export interface Journal {
  /** Stores a new row, or the next step of a stored one; resolves when it is on the disk. Rejects with PaymentError `storage` or `state`. */
  commit(row: PaymentRow): Promise<void>;
  /** With its signed payload. null when there is none; PaymentError `storage` when it cannot be read. */
  get(id: string): Promise<PaymentRow | null>;
  /** Newest first, without signed payloads. */
  list(): Promise<JournalEntry[]>;
  /** Forgets a row and its payload for good: only when its owner said so, asked twice (product.md §1). PaymentError `storage`. */
  remove(id: string): Promise<void>;
  /** Called after a commit in this or another tab. Returns the way to stop. */
  onChange(listener: (rowId: string) => void): () => void;
}

/** The durable record of every payment (product.md §5): no row, no payment. */
export function createJournal({ open }: { open: () => Promise<IDBPDatabase<LasoDatabase>> }): Journal {
  const listeners = new Set<(rowId: string) => void>();
  let channel: BroadcastChannel | null = null;
  const opened = () => open().catch(storageError);

  return {
    async commit(row) {
      const valid = z.parse(paymentRowSchema, row);
      const db = await opened();
      try {
        // strict: resolved means flushed, not just handed to the operating system (lessons.md R1).
        const tx = db.transaction('payments', 'readwrite', { durability: 'strict' });
        const done = tx.done.catch((error: unknown) => ({ error }));
        const stored = await tx.store.get(row.id);
        const refusal = stepRefusal(stored, valid);
        if (refusal) tx.abort();
        else await tx.store.put(valid, row.id);
        const failed = await done;
        if (failed) throw refusal ?? failed.error;
      } catch (cause) {
        throw cause instanceof PaymentError ? cause : storageError(cause);
      }
      for (const listener of listeners) listener(row.id);
      announce(row.id);
    },
    async get(id) {
      const db = await opened();
      const stored = await db.get('payments', id).catch(storageError);
      if (stored === undefined) return null;
      const row = readRow(stored);
      if (!row)
        throw new PaymentError('storage', 'The record of this payment is damaged. Nothing was sent.', {
          rowIds: [id],
        });
      return row;
    },
    async list() {
      const db = await opened();
      const tx = db.transaction('payments', 'readonly');
      const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]).catch(
        storageError,
      );
      const entries = keys.map((key, at): JournalEntry => {
        const row = readRow(values[at]);
        return row
          ? { kind: 'row', row: summaryOf(row) }
          : { kind: 'corrupt', key, record: unreadableRecord(key, values[at]) };
      });
      return entries.toSorted((left, right) => startedAt(right) - startedAt(left));
    },
    async remove(id) {
      try {
        const tx = (await open()).transaction('payments', 'readwrite', { durability: 'strict' });
        await Promise.all([tx.store.delete(id), tx.done]);
      } catch (cause) {
        throw new PaymentError('storage', 'This record could not be deleted. It is still on this device.', {
          rowIds: [id],
          cause,
        });
      }
      for (const listener of listeners) listener(id);
      announce(id);
    },
    onChange(listener) {
      listeners.add(listener);
      if (channel === null && typeof BroadcastChannel !== 'undefined') {
        channel = new BroadcastChannel(PAYMENTS_CHANNEL);
        channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          if (typeof data === 'string') for (const each of listeners) each(data);
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        channel?.close();
        channel = null;
      };
    },
  };

  /** Tells the other tabs which row changed, nothing more. The channel that sends does not hear itself. */
  function announce(rowId: string): void {
    if (typeof BroadcastChannel === 'undefined') return;
    const sender = channel ?? new BroadcastChannel(PAYMENTS_CHANNEL);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
    sender.postMessage(rowId);
    if (sender !== channel) sender.close();
  }
}

/** A commit adds exactly one step to what is stored, or more knowledge to it: two tabs can never write over each other's progress. */
function stepRefusal(stored: unknown, row: PaymentRow): PaymentError | null {
  if (stored === undefined) return null;
  const before = readRow(stored);
  if (before && row.revision === before.revision + 1 && follows(before, row)) return null;
  const sentence =
    row.state === 'signing'
      ? 'The wallet was already asked to sign this order. Review it again to pay it. Nothing was signed this time.'
      : 'This payment was changed elsewhere, in another tab or window. Nothing was sent from here.';
  return new PaymentError('state', sentence, { rowIds: [row.id] });
}

function follows(before: PaymentRow, row: PaymentRow): boolean {
  const added = row.history.length - before.history.length;
  const step = row.state !== before.state;
  if (step ? added !== 1 || !canAdvance(before.state, row.state) : added !== 0 && added !== 1) return false;
  // A row gets its one payload when it becomes "signed"; it may be dropped later, never replaced.
  if (before.signed === null) return row.signed === null || (step && row.state === 'signed');
  return (
    row.signed === null ||
    (row.signed.nonce === before.signed.nonce && row.signed.headerValue === before.signed.headerValue)
  );
}

const startedAt = (entry: JournalEntry): number =>
  entry.kind === 'row' ? (entry.row.history[0]?.atMs ?? 0) : Infinity;

function storageError(cause: unknown): never {
  throw new PaymentError(
    'storage',
    cause instanceof StorageSilent
      ? `${cause.message} Without a record no payment is made: nothing was paid.`
      : 'This browser cannot keep a record of the payment on this device (private window, blocked or full storage), so no payment is made. Nothing was paid.',
    { cause },
  );
}
