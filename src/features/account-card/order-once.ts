import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { AccountCardError, type AccountCardErrorKind } from '#laso/account-card/account-card-error.ts';
import { orderAccountCard } from '#laso/account-card/order-account-card.ts';
import { readAccountCard, type AccountCard } from '#laso/account-card/read-account-card.ts';
import { ACCOUNT_CARD_ORDER_LOCK } from '#storage/keys.ts';
import { LockHeld } from '#storage/lock-in-time.ts';
import { withLock } from '#storage/locks.ts';
import { isOrderOpen, markOpenOrder } from './open-order-mark.ts';
import { noteOrder, type OpenOrder } from './programme-access.ts';

/** After an order that was taken, the programme may need a moment before its status route knows the card. */
const SEEN_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 500;

/** The order may have been taken: an answer that is none says nothing. */
const UNCERTAIN = new Set<AccountCardErrorKind>([
  'offline',
  'timeout',
  'server',
  'bad-answer',
  'not-program',
]);

/**
 * Orders the one card, at most once over all tabs: under a lock, held until the card can be seen, and only when the status says that there is
 * none yet and no order waits for its card, here or in another tab. Null: such an order is open now (`useProgrammeAccess`), taken or unsure.
 * Rejects with an `AccountCardError` when nothing was ordered.
 */
export function orderOnce(client: AccountCardClient, userId: string | null): Promise<AccountCard | null> {
  const startedAtMs = Date.now();
  return withLock({ name: ACCOUNT_CARD_ORDER_LOCK }, async () => {
    const there = await readAccountCard(client);
    if (there) return there;
    // How sure another tab is of its order cannot be seen from here.
    if (await isOrderOpen(userId)) return leaveOpen('unsure');
    let order: OpenOrder = 'taken';
    try {
      await orderAccountCard(client);
    } catch (error) {
      if (!(error instanceof AccountCardError)) throw error;
      if (!UNCERTAIN.has(error.kind)) return whereThereIsOne(client, error);
      order = 'unsure';
    }
    return (await untilSeen(client)) ?? leaveOpen(order);
  }).catch((error: unknown) => {
    if (error instanceof LockHeld)
      throw new AccountCardError('other-tab', 'the order is held by another tab');
    throw error;
  });

  async function leaveOpen(order: OpenOrder): Promise<null> {
    noteOrder(client, order, startedAtMs);
    await markOpenOrder(client, userId);
    return null;
  }
}

/** "User already has a card": that card. Any other refusal is told. */
async function whereThereIsOne(client: AccountCardClient, refusal: AccountCardError): Promise<AccountCard> {
  const card = refusal.kind === 'has-card' ? await readAccountCard(client).catch(() => null) : null;
  if (card) return card;
  throw refusal;
}

async function untilSeen(client: AccountCardClient): Promise<AccountCard | null> {
  const giveUpAtMs = Date.now() + SEEN_WITHIN_MS;
  for (;;) {
    const card = await readAccountCard(client).catch(() => null);
    if (card || Date.now() >= giveUpAtMs) return card;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
