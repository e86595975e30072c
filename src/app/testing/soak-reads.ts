/** For tests and bench/: the soak's orders read the account's cards and paid answers as the app does. */
import type { AccountId } from '#domain/account.ts';
import { usCardProduct } from '#features/orders/us-card-product.ts';
import { createCardEvidence } from '#features/payments/card-evidence.ts';
import { createLasoClient } from '#laso/client.ts';
import { findProductOf } from '#payments/quote/product.ts';
import type { Sandbox } from '#sandbox/app.ts';

interface SoakReadsInput {
  readonly sandbox: Sandbox;
  readonly fetch: typeof fetch;
  readonly isSignedIn: () => boolean;
}

export function soakReads({ sandbox, fetch, isSignedIn }: SoakReadsInput) {
  const bearers = new Map<AccountId, string>();
  const issue = async (account: AccountId): Promise<string> => {
    const { id_token: bearer } = sandbox.tokens.issue(account);
    bearers.set(account, bearer);
    return bearer;
  };
  const client = createLasoClient({
    baseUrl: sandbox.url,
    fetch,
    tokens: { bearer: async (account) => bearers.get(account) ?? issue(account), renew: issue },
  });
  return {
    products: createCardEvidence({ client, isSignedIn }),
    findProduct: (amountCents: number) =>
      findProductOf(usCardProduct, { kind: 'us-card', amountCents }, () => {}),
  };
}
