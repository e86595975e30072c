import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { openCardOrderLock } from '#storage/keys.ts';
import { useProgrammeAccess } from './programme-access.ts';

/** Whether a page of this browser waits for the card of an order it placed for this user. */
export async function isOrderOpen(userId: string | null): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === openCardOrderLock(userId));
}

/**
 * Tells every tab that an order is open, for as long as this page's own state says so: a lock is seen everywhere, written nowhere, and gone with
 * the page. Resolves when it is told.
 */
export function markOpenOrder(client: AccountCardClient, userId: string | null): Promise<void> {
  if (!('locks' in navigator)) return Promise.resolve();
  return new Promise((told, failed) => {
    navigator.locks
      .request(openCardOrderLock(userId), { ifAvailable: true }, (lock) => {
        told();
        return lock ? untilOver(client) : undefined;
      })
      .catch(failed);
  });
}

function untilOver(client: AccountCardClient): Promise<void> {
  return new Promise((over) => {
    const look = () => {
      const now = useProgrammeAccess.getState();
      if (now.client === client && now.order) return;
      stop();
      over();
    };
    const stop = useProgrammeAccess.subscribe(look);
    look();
  });
}
