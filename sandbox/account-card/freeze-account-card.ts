import type { SandboxApp } from '../context.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { forUser, refused } from './require-user.ts';

/** `POST /v1/card/freeze` and `/unfreeze`: ACTIVE ⇄ FROZEN, nothing else. */
export function mountFreezeAccountCard(app: SandboxApp, store: ProgrammeStore): void {
  const change = (path: string, from: string, held: string | null) =>
    forUser(app, store, 'POST', path, (c, user) => {
      const card = store.cardOf(user);
      if (!card) return refused({ status: 404, message: 'Card not found' });
      const status = store.statusOf(card);
      if (status !== from)
        return refused({ status: 400, message: `The card is ${status}, it must be ${from}` });
      card.held = held;
      return c.json({ success: true });
    });
  change('/v1/card/freeze', 'ACTIVE', 'FROZEN');
  change('/v1/card/unfreeze', 'FROZEN', null);
}
