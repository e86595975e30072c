import type { SandboxApp, SandboxContext } from '../context.ts';
import { jsonBody } from './json-body.ts';

export const API_KEY = 'sandbox-key';

/** Google's `POST /v1/accounts:signInWithCustomToken?key=`, under `/identity` (laso-api.md §1). */
export function mountIdentity(app: SandboxApp, context: SandboxContext): void {
  app.post('/identity/v1/accounts:signInWithCustomToken', async (c) => {
    const refuse = (message: string): Response =>
      c.json(
        { error: { code: 400, message, errors: [{ message, domain: 'global', reason: 'invalid' }] } },
        400,
      );
    if (c.req.query('key') !== API_KEY) return refuse('API_KEY_INVALID');
    const { token } = await jsonBody(c);
    if (typeof token !== 'string' || token === '') return refuse('MISSING_CUSTOM_TOKEN');
    const redeemed = await context.tokens.redeemCustomToken(token);
    if ('error' in redeemed) return refuse(redeemed.error);
    const credentials = context.tokens.issue(redeemed.uid);
    return c.json({
      kind: 'identitytoolkit#VerifyCustomTokenResponse',
      idToken: credentials.id_token,
      refreshToken: credentials.refresh_token,
      expiresIn: credentials.expires_in,
      isNewUser: false,
    });
  });
}
