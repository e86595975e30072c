import { CALLABLE_BASE_URL, type SandboxApp, type SandboxContext } from '../context.ts';
import { jsonBody } from './json-body.ts';

const WORDS = {
  unknown: 'This login code is not known.',
  used: 'This login code was used already.',
  expired: 'This login code has expired.',
} as const;

/**
 * `POST /redeem-code {code}` → the shape of `GET /auth`. Laso's newer links need such a route; Laso's own
 * address for it is not documented.
 */
export function mountRedeemCode(app: SandboxApp, context: SandboxContext): void {
  app.post('/redeem-code', async (c) => {
    const { code } = await jsonBody(c);
    if (typeof code !== 'string' || code === '') return c.json({ error: 'No code in the body.' }, 400);
    const redeemed = context.tokens.redeemCode(code);
    if ('error' in redeemed)
      return c.json({ error: WORDS[redeemed.error] }, redeemed.error === 'unknown' ? 404 : 400);
    const auth = context.tokens.issue(redeemed.uid);
    return c.json({ auth, callable_base_url: CALLABLE_BASE_URL, user_id: redeemed.uid });
  });
}
