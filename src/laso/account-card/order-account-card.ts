import * as z from 'zod/mini';
import { wireFlag } from '../wire.ts';
import type { AccountCardClient } from './account-card-client.ts';
import { AccountCardError } from './account-card-error.ts';

const orderSchema = z.object({ success: wireFlag });

/**
 * `POST /v1/card/order` (laso-api.md §9). Only virtual cards exist. Rejects with kind `not-verified`,
 * `has-card`, `invalid`; an order without an answer (`offline`, `timeout`, `server`, `bad-answer`,
 * `not-program`) may have been accepted: `readAccountCard` shows it.
 */
export async function orderAccountCard(client: AccountCardClient): Promise<void> {
  const { success } = await client.write({
    path: '/v1/card/order',
    body: { type: 'VIRTUAL' },
    schema: orderSchema,
  });
  if (success !== true) throw new AccountCardError('bad-answer', 'POST /v1/card/order: no success');
}
