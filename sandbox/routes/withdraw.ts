import { centsFromWire, formatUsd, parseCents } from '#domain/money.ts';
import { payoutAddress } from '../chain/payout.ts';
import type { SandboxApp, SandboxContext } from '../context.ts';
import { withdrawalRecord } from '../store/withdrawal-wire.ts';
import { jsonBody } from './json-body.ts';
import { requireAccount } from './require-account.ts';

/**
 * `POST /withdraw {amount}`, at least $0.01 → a pending withdrawal. It has no idempotency, as at Laso: two
 * requests are two withdrawals.
 */
export function mountWithdraw(app: SandboxApp, context: SandboxContext): void {
  app.post('/withdraw', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { amount } = await jsonBody(c);
    if (amount === undefined) return c.json({ error: 'No amount in the body.' }, 400);
    const cents = typeof amount === 'number' ? centsFromWire(amount) : null;
    if (cents === null || cents < 1) return c.json({ error: 'Minimum withdrawal amount is $0.01' }, 400);
    if (parseCents(String(amount)) === null)
      return c.json({ error: 'Amount can have at most two decimals' }, 400);
    const { balance } = context.store.account(account.userId);
    if (!balance) return c.json({ error: 'This account has no balance yet.' }, 404);
    if (balance.cents < cents)
      return c.json({ error: `The balance does not cover this. It holds ${formatUsd(balance.cents)}` }, 400);
    const address = await payoutAddress(account.userId);
    if (address === null) return c.json({ error: 'No withdrawal address is known for this account' }, 400);
    context.store.changeBalance(account.userId, -cents);
    const made = context.store.withdrawals.add({
      owner: account.userId,
      amountCents: cents,
      address,
      requestKey: c.req.header('idempotency-key') ?? null,
    });
    return c.json({ success: true, withdrawal: withdrawalRecord(made) });
  });
}
