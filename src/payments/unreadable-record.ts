import * as z from 'zod/mini';
import { isJsonObject } from './json-object.ts';
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

const part = <T>(schema: z.ZodMiniType<T>, value: unknown): T | null => {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : null;
};

const text = z.string().check(z.minLength(1), z.maxLength(200));
const productSchema = z.object({ kind: text, amountCents: z.int() });
const historySchema = z.array(z.unknown());
const stepSchema = z.looseObject({ atMs: z.number() });

/** Never throws, whatever was stored. */
export function unreadableRecord(key: string, stored: unknown): UnreadableRecord {
  const record = isJsonObject(stored) ? stored : {};
  const [first] = part(historySchema, record['history']) ?? [];
  return {
    key,
    version: part(z.int(), record['version']),
    state: part(text, record['state']),
    startedAtMs: part(stepSchema, first)?.atMs ?? null,
    product: part(productSchema, record['product']),
    amountAtomic: part(z.string().check(z.regex(/^\d{1,30}$/)), record['amountAtomic']),
    payer: part(text, record['payer']),
    accountId: part(text, record['accountId']),
    cardId: part(text, record['cardId']),
    transaction: part(text, record['transaction']),
    mayBeOpen: !ENDED.has(record['state']) && !isJsonObject(record['dismissed']),
  };
}
