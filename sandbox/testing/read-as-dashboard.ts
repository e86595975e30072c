import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { createLasoClient } from '#laso/client.ts';
import { listCards } from '#laso/get-card-data.ts';
import type { Sandbox } from '../app.ts';

/** An account's cards of both products, over the wire and through the dashboard's own reading of it. */
export async function readCards(sandbox: Sandbox, userId: string): Promise<Card[]> {
  const bearer = sandbox.tokens.issue(userId).id_token;
  const client = createLasoClient({
    baseUrl: sandbox.url,
    fetch,
    tokens: { bearer: async () => bearer, renew: async () => bearer },
  });
  const account = accountIdOf(userId);
  const lists = await Promise.all([listCards(client, account, 'us'), listCards(client, account, 'intl')]);
  return lists.flat();
}
