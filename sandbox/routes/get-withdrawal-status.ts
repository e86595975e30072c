import { settleWithdrawals } from '../chain/payout.ts';
import type { SandboxApp, SandboxContext } from '../context.ts';
import { withdrawalStatus } from '../store/withdrawal-wire.ts';
import { requireAccount } from './require-account.ts';

/**
 * `GET /get-withdrawal-status?withdrawal_id=`: one, or all of the
 * account. Pays out first what is due by the sandbox's clock.
 */
export function mountGetWithdrawalStatus(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-withdrawal-status', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    await settleWithdrawals(context);
    const explorerUrl = `${new URL(c.req.url).origin}/explorer`;
    const own = context.store.withdrawals.of(account.userId, c.get('asOf'));
    const id = c.req.query('withdrawal_id');
    if (id === undefined)
      return c.json({ withdrawals: own.map((one) => withdrawalStatus(one, explorerUrl)) });
    const found = own.find((one) => one.id === id);
    if (!found) return c.json({ error: 'Withdrawal not found' }, 404);
    return c.json({ withdrawal: withdrawalStatus(found, explorerUrl) });
  });
}
