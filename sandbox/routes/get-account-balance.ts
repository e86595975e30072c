import type { SandboxApp, SandboxContext } from '../context.ts';
import { readable } from '../store/card-wire.ts';
import { requireAccount } from './require-account.ts';

/** `GET /get-account-balance`; 404 while nothing was ever credited. */
export function mountGetAccountBalance(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-account-balance', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { balance } = context.store.account(account.userId);
    if (!balance) return c.json({ error: 'This account has no balance yet.' }, 404);
    const cents = context.store.balanceAsOf(account.userId, c.get('asOf') ?? Infinity);
    return c.json({
      user_id: account.userId,
      balance: cents / 100,
      total_deposits: balance.totalDepositsCents / 100,
      created_timestamp: balance.createdAt,
      created_timestamp_readable: readable(balance.createdAt),
    });
  });
}
