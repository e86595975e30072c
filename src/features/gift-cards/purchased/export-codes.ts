import { unitsToQuery } from '#domain/currency-amount.ts';
import { isoTime } from '#domain/moment.ts';
import type { Vault } from '#storage/vault.ts';
import type { VaultItem } from '#storage/vault-entry.ts';

/**
 * The codes as a file, in plain text, because their owner asked for it. What cannot be read is in it without a code. Times ISO 8601, amounts as
 * decimal text.
 */
export async function exportCodes(
  vault: Pick<Vault, 'read'>,
  items: readonly VaultItem[],
  nowMs: number,
): Promise<string> {
  const cards = await Promise.all(
    items.map(async ({ id, account, label, amount, details, boughtAtMs, usedAtMs }) => {
      const secret = await vault.read(id).catch(() => null);
      return {
        name: label,
        amount: amount && unitsToQuery(amount.units, amount.exponent),
        currency: amount?.currency ?? null,
        account,
        cardId: details['cardId'] ?? null,
        boughtAt: isoTime(boughtAtMs),
        usedAt: usedAtMs === null ? null : isoTime(usedAtMs),
        code: secret?.code?.reveal() ?? null,
        pin: secret?.pin?.reveal() ?? null,
        link: secret?.url?.reveal() ?? null,
      };
    }),
  );
  return JSON.stringify({ exportedAt: new Date(nowMs).toISOString(), giftCards: cards }, null, 2);
}
