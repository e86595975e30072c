import type { SandboxApp } from '../context.ts';
import { jsonBody } from '../routes/json-body.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { forUser, refused } from './require-user.ts';

/** `POST /v1/card/order {type: "VIRTUAL"}`: one card for each verified user (laso-api.md §9). */
export function mountOrderAccountCard(app: SandboxApp, store: ProgrammeStore): void {
  forUser(app, store, 'POST', '/v1/card/order', async (c, user) => {
    const { type } = await jsonBody(c);
    if (type !== 'VIRTUAL') return refused({ status: 422, message: 'type must be one of: VIRTUAL' });
    if (user.verification !== 'VERIFIED') return refused({ status: 400, message: 'User is not verified' });
    if (user.card) return refused({ status: 400, message: 'User already has a card' });
    store.order(user);
    return c.json({ success: true });
  });
}
