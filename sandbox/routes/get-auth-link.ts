import type { SandboxApp, SandboxContext } from '../context.ts';
import { requireAccount } from './require-account.ts';

/** `GET /get-auth-link`: a one-time login link, in the style the context is set to (laso-api.md §1). */
export function mountGetAuthLink(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-auth-link', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { userId } = account;
    return c.json({ auth_url: loginLink(context, userId), user_id: userId, expires_in: 900 });
  });
}

export function loginLink(
  { dashboardUrl, tokens, linkStyle }: SandboxContext,
  userId: string,
  style: SandboxContext['linkStyle'] = linkStyle,
  livesSeconds = 900,
): string {
  return style === 'code'
    ? `${dashboardUrl}/agent/dashboard/auth?code=${tokens.code(userId)}`
    : `${dashboardUrl}/?authToken=${tokens.customToken(userId, livesSeconds)}`;
}
