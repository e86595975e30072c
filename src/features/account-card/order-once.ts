import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { AccountCardError, type AccountCardErrorKind } from '#laso/account-card/account-card-error.ts';
import { orderAccountCard } from '#laso/account-card/order-account-card.ts';
import { readAccountCard, type AccountCard } from '#laso/account-card/read-account-card.ts';
import { withLock } from '#storage/locks.ts';

/** After an order that was taken, the programme may need a moment before its status route knows the card. */
const SEEN_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 500;

/** The order may have been taken, or there was a card all the time: the status tells. */
const LOOK_AFTER = new Set<AccountCardErrorKind>(['offline', 'timeout', 'server', 'bad-answer', 'has-card']);

/**
 * Orders the one card, at most once over all tabs: under a lock, and only when the status says that there is none yet. The lock is held until
 * the card can be seen, so that the next tab sees it too. Null: ordered, but the programme does not show it yet. Rejects with an
 * `AccountCardError` when no card came of it.
 */
export function orderOnce(client: AccountCardClient): Promise<AccountCard | null> {
  return withLock('laso.account-card-order', async () => {
    const there = await readAccountCard(client);
    if (there) return there;
    try {
      await orderAccountCard(client);
    } catch (error) {
      if (!(error instanceof AccountCardError) || !LOOK_AFTER.has(error.kind)) throw error;
      const card = await readAccountCard(client).catch(() => null);
      if (card) return card;
      throw error;
    }
    return untilSeen(client);
  });
}

async function untilSeen(client: AccountCardClient): Promise<AccountCard | null> {
  const giveUpAtMs = Date.now() + SEEN_WITHIN_MS;
  for (;;) {
    const card = await readAccountCard(client).catch(() => null);
    if (card || Date.now() >= giveUpAtMs) return card;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
