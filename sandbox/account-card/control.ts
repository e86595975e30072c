import * as z from 'zod/mini';
import type { SandboxApp } from '../context.ts';
import { jsonBody } from '../routes/json-body.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { ACCESS_TOKENS } from './programme-users.ts';

const body = z.object({
  user: z.enum(['verified', 'unverified', 'pending', 'rejected']),
  verification: z.optional(z.enum(['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED'])),
  suspended: z.optional(z.boolean()),
  /**
   * "none" takes the card away; "ACTIVE" is an ordered card whose
   * provisioning is done; any other word is shown as it is.
   */
  card: z.optional(z.string()),
  provisioningMs: z.optional(z.number().check(z.nonnegative())),
});

/**
 * `/__sandbox/account-card`: GET lists the users (with their access tokens), POST sets the state of one user
 * (README, "Control").
 */
export function mountAccountCardControl(app: SandboxApp, store: ProgrammeStore): void {
  app.get('/__sandbox/account-card', (c) => c.json({ tokens: ACCESS_TOKENS, users: store.users }));
  app.post('/__sandbox/account-card', async (c) => {
    const parsed = z.safeParse(body, await jsonBody(c));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
    const { verification, suspended, card, provisioningMs } = parsed.data;
    const user = store.users[parsed.data.user];
    if (provisioningMs !== undefined) store.provisioningMs = provisioningMs;
    if (verification) user.verification = verification;
    if (suspended !== undefined) user.suspended = suspended;
    if (card === 'none') user.card = null;
    else if (card) {
      if (!user.card) store.order(user);
      if (user.card) Object.assign(user.card, { activeAt: 0, held: card === 'ACTIVE' ? null : card });
    }
    return c.json({ ok: true });
  });
}
