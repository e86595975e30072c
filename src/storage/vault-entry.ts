import * as z from 'zod/mini';
import { sealedSchema } from './vault-cipher.ts';

export const VAULT_KINDS = ['gift-card', 'transfer'] as const;
export type VaultKind = (typeof VAULT_KINDS)[number];

/**
 * `saved`: the owner wrote it down elsewhere. `used`: the code was spent. `done`: the transfer was completed.
 */
export const VAULT_MARKS = ['saved', 'used', 'done'] as const;
export type VaultMark = (typeof VAULT_MARKS)[number];

const moment = z.nullable(z.number());

/**
 * What lists may show: never the code itself. Amounts in units of 10^−exponent of the currency, times in ms.
 */
export const vaultItemSchema = z.object({
  /** The payment's row id. */
  id: z.string().check(z.minLength(1)),
  /** The account that paid for it and owns it. */
  account: z.string().check(z.minLength(1)),
  kind: z.enum(VAULT_KINDS),
  /** What its owner calls it: the product's name. */
  label: z.string(),
  amount: z.nullable(z.object({ units: z.int(), exponent: z.int(), currency: z.nullable(z.string()) })),
  /** What the product's own page needs beside it, by its own names. Never a secret. */
  details: z.record(z.string(), z.string()),
  boughtAtMs: z.number(),
  savedAtMs: moment,
  usedAtMs: moment,
  doneAtMs: moment,
});
export type VaultItem = z.infer<typeof vaultItemSchema>;

export const vaultEntrySchema = z.extend(vaultItemSchema, { sealed: sealedSchema });
export type VaultEntry = z.infer<typeof vaultEntrySchema>;

/** Neither used nor completed: losing it loses money. */
export const isUnused = ({ usedAtMs, doneAtMs }: Pick<VaultItem, 'usedAtMs' | 'doneAtMs'>): boolean =>
  usedAtMs === null && doneAtMs === null;

/** USDC that was paid for it; null where that was not written down. */
export function paidAtomicOf({ details }: Pick<VaultItem, 'details'>): bigint | null {
  const paid = details['paidUsdcAtomic'];
  return paid !== undefined && /^\d{1,30}$/.test(paid) ? BigInt(paid) : null;
}
