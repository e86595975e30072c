import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { createLasoClient, type LasoClient } from '#laso/client.ts';
import { listCards } from '#laso/get-card-data.ts';
import { readWithdrawals } from '#laso/get-withdrawal-status.ts';
import type { Sandbox } from '../app.ts';

/** The dashboard's own client, signed in to an account. */
export function dashboardClient(sandbox: Sandbox, userId: string): LasoClient {
  const bearer = sandbox.tokens.issue(userId).id_token;
  const tokens = { bearer: async () => bearer, renew: async () => bearer };
  return createLasoClient({ baseUrl: sandbox.url, fetch, tokens });
}

/** An account's cards of both products, over the wire and through the dashboard's reading of it. */
export async function readCards(sandbox: Sandbox, userId: string): Promise<Card[]> {
  const client = dashboardClient(sandbox, userId);
  const account = accountIdOf(userId);
  const lists = await Promise.all([listCards(client, account, 'us'), listCards(client, account, 'intl')]);
  return lists.flat();
}

/** Its withdrawals, in the same way. */
export const readWithdrawn = async (sandbox: Sandbox, userId: string): Promise<Withdrawal[]> =>
  (await readWithdrawals(dashboardClient(sandbox, userId), accountIdOf(userId))).withdrawals;
