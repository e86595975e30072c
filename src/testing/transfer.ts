import type { VaultItem } from '#storage/vault-entry.ts';

/** A kept transfer of 95.41, paid with 100 USDC. */
export const testTransfer = (changes: Partial<VaultItem> = {}): VaultItem => ({
  id: 'row-1',
  account: '0xa1',
  kind: 'transfer',
  label: 'Push to card',
  amount: { units: 9_541, exponent: 2, currency: 'USD' },
  details: { paidUsdcAtomic: '100000000' },
  boughtAtMs: Date.UTC(2026, 0, 2),
  savedAtMs: null,
  usedAtMs: null,
  doneAtMs: null,
  ...changes,
});
