import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { createLasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';

interface TryIdToken {
  baseUrl: string;
  account: AccountId;
  idToken: string;
  fetch?: typeof fetch;
}

/**
 * Whether Laso accepts an ID token from a link, by one read that changes nothing (`GET
 * /get-account-balance`): a token can be forged with any account and any expiry in it. Resolves when Laso
 * accepts it. LasoError `link-refused` when Laso itself refused it; any other kind: it is not known.
 */
export async function tryIdToken({ baseUrl, account, idToken, fetch: send }: TryIdToken): Promise<void> {
  const refused = () => new LasoError('link-refused', 'GET /get-account-balance: the token is not accepted');
  const client = createLasoClient({
    baseUrl,
    ...(send && { fetch: send }),
    tokens: {
      bearer: async () => idToken,
      renew: async () => {
        throw refused();
      },
    },
  });
  try {
    await client.read({ account, path: '/get-account-balance', schema: z.looseObject({}) });
  } catch (error) {
    // "No balance yet", or frozen: Laso knows whose token it is.
    if (error instanceof LasoError && (isOwn404(error) || error.kind === 'frozen')) return;
    throw error;
  }
}

/** A host's page for unknown addresses has no words of Laso's. */
const isOwn404 = ({ kind, serverMessage }: LasoError): boolean =>
  kind === 'not-found' && serverMessage !== null;
