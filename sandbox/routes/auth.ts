import { CALLABLE_BASE_URL, type RequestContext, type SandboxApp, type SandboxContext } from '../context.ts';
import { jsonBody } from './json-body.ts';
import { isSigned, SIGN_IN, signInOffer, signInWithX } from './sign-in-with-x.ts';

/** $0.001 */
const SIGN_IN_ATOMIC = 1_000n;

/**
 * `GET /auth` ($0.001 by x402, free, or either: the switch `auth`), `POST /auth` (refresh, with rotation) and
 * its deprecated twin `POST /refresh`.
 */
export function mountAuth(app: SandboxApp, context: SandboxContext): void {
  app.get('/auth', (c) => {
    const answer = (userId: string): Response => {
      context.store.account(userId);
      const auth = context.tokens.issue(userId);
      return c.json({ auth, callable_base_url: CALLABLE_BASE_URL, user_id: userId });
    };
    const { auth } = context.switches;
    if (auth === 'siwx') return signInWithX(c, context, answer);
    const charge = {
      atomic: SIGN_IN_ATOMIC,
      description: SIGN_IN,
      ...(auth === 'both' && { extensions: (asked: RequestContext) => signInOffer(asked, context) }),
    };
    if (auth === 'both' && isSigned(c))
      return signInWithX(c, context, answer, (error) => context.payments.ask(c, charge, error));
    return context.payments.charge(c, charge, async (userId) => answer(userId));
  });

  app.post('/auth', async (c) => {
    const body = await jsonBody(c);
    if (body['grant_type'] !== 'refresh_token') {
      return c.json({ error: 'The only grant_type here is "refresh_token".' }, 400);
    }
    if (typeof body['refresh_token'] !== 'string') {
      return c.json({ error: 'No refresh_token in the body.' }, 400);
    }
    const rotated = context.tokens.rotate(body['refresh_token']);
    if (!rotated) return c.json({ error: 'This refresh token is not known, or no longer good.' }, 401);
    return c.json({ ...rotated.credentials, user_id: rotated.uid });
  });

  app.post('/refresh', async (c) => {
    const body = await jsonBody(c);
    if (typeof body['refresh_token'] !== 'string') {
      return c.json({ error: 'No refresh_token in the body.' }, 400);
    }
    const rotated = context.tokens.rotate(body['refresh_token']);
    if (!rotated) return c.json({ error: 'This refresh token is not known, or no longer good.' }, 401);
    return c.json({ auth: rotated.credentials, user_id: rotated.uid });
  });
}
