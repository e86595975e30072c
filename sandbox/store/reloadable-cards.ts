import { createHash } from 'node:crypto';

/**
 * A reusable card its holder set up at Laso, as `/get-card-data` lists it since 2026-08 (laso-api.md §4.1).
 */
export function reloadableCardsOf(userId: string): Record<string, unknown>[] {
  const digest = createHash('sha256').update(`reloadable ${userId}`).digest();
  return [
    {
      card_id: `rld_${digest.toString('hex').slice(0, 16)}`,
      card_type: 'Reloadable',
      status: 'open',
      balance: 75.5,
      spend_limit: 200,
      last4: String(digest.readUInt16BE(0) % 10_000).padStart(4, '0'),
      expiry: '12/29',
      reusable: true,
    },
  ];
}

/**
 * Asked for alone, it says what reading its number requires: the holder's approval, which never comes here.
 */
export function reloadableCard(userId: string, cardId: string): Record<string, unknown> | null {
  const card = reloadableCardsOf(userId).find((one) => one['card_id'] === cardId);
  return card ? { ...card, details_approval: { status: 'pending', approval_id: `apr_${cardId}` } } : null;
}
