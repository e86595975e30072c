import { isJsonObject, type JsonObject } from '../quote/json-object.ts';
import type { PaymentSummary } from './payment-row.ts';

/**
 * A record that this page cannot read: damaged, or of a newer version in another tab. What little of it can be made out, each part on its own.
 * Nothing in it is secret. It may be an open payment, so it warns of a repeat (product.md §5).
 */
export interface UnreadableRecord {
  readonly key: string;
  readonly version: number | null;
  readonly state: string | null;
  readonly startedAtMs: number | null;
  readonly product: { readonly kind: string; readonly amountCents: number } | null;
  readonly amountAtomic: string | null;
  readonly payer: string | null;
  readonly accountId: string | null;
  readonly cardId: string | null;
  readonly transaction: string | null;
  /** False only where the record itself says how it ended, or that its owner put it aside. */
  readonly mayBeOpen: boolean;
}

/** What tells whose a record is, and since when. */
export type OwnedRow = Pick<PaymentSummary, 'accountId' | 'payer'> & {
  readonly history: readonly { readonly atMs: number }[];
};

/** Null where the record does not tell whose it is. */
export function ownedBy({ accountId, payer, startedAtMs }: UnreadableRecord): OwnedRow | null {
  const owner = accountId ?? payer;
  return owner === null
    ? null
    : {
        accountId: owner,
        payer: payer ?? owner,
        history: startedAtMs === null ? [] : [{ atMs: startedAtMs }],
      };
}

const ENDED: ReadonlySet<unknown> = new Set(['delivered', 'not-charged']);

/** Never throws, whatever was stored. */
export function unreadableRecord(key: string, stored: unknown): UnreadableRecord {
  const record = objectOf(stored);
  const text = (name: string): string | null => textOf(record[name]);
  const { history, version, amountAtomic } = record;
  const { atMs } = objectOf(Array.isArray(history) ? history[0] : null);
  return {
    key,
    version: typeof version === 'number' ? version : null,
    state: text('state'),
    startedAtMs: typeof atMs === 'number' ? atMs : null,
    product: productOf(objectOf(record['product'])),
    amountAtomic: typeof amountAtomic === 'string' && /^\d{1,30}$/.test(amountAtomic) ? amountAtomic : null,
    payer: text('payer'),
    accountId: text('accountId'),
    cardId: text('cardId'),
    transaction: text('transaction'),
    mayBeOpen: !ENDED.has(record['state']) && !isJsonObject(record['dismissed']),
  };
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 200 ? value : null;

function productOf({ kind, amountCents }: JsonObject): UnreadableRecord['product'] {
  const name = textOf(kind);
  return name !== null && Number.isSafeInteger(amountCents)
    ? { kind: name, amountCents: Number(amountCents) }
    : null;
}
