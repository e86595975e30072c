import type { VaultItem } from '#storage/vault-entry.ts';

/** Paid, and nobody has said yet that the recipient's card was entered: the money waits behind the link. Oldest first. */
export const openTransfers = (items: readonly VaultItem[]): VaultItem[] =>
  items
    .filter(({ kind, doneAtMs }) => kind === 'transfer' && doneAtMs === null)
    .toSorted((a, b) => a.boughtAtMs - b.boughtAtMs);
