import type { SandboxApp } from '../context.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { forUser, refused } from './require-user.ts';

/** `GET /v1/card/status`; 404 while the user has no card. */
export function mountReadAccountCard(app: SandboxApp, store: ProgrammeStore): void {
  forUser(app, store, 'GET', '/v1/card/status', (c, user) => {
    const card = store.cardOf(user);
    if (!card) return refused({ status: 404, message: 'Card not found' });
    return c.json({
      id: card.id,
      holderName: card.holderName,
      expiryDate: card.expiryDate,
      panLast4: card.number.slice(-4),
      status: store.statusOf(card),
      type: 'VIRTUAL',
      orderedAt: new Date(card.orderedAt).toISOString(),
    });
  });
}
