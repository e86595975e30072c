import type { SandboxApp, SandboxContext } from '../context.ts';
import type { Switches } from '../payment/switches.ts';
import { requireAccount } from './require-account.ts';

const LIVES_SECONDS = 900;

/** `GET /get-auth-link`: a one-time login link, as the switch `authLink` says (laso-api.md §1.4). */
export function mountGetAuthLink(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-auth-link', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { userId } = account;
    const isCode = context.switches.authLink === 'code';
    return c.json({
      auth_url: loginLink(context, userId),
      user_id: userId,
      ...(isCode && { expires_in: LIVES_SECONDS }),
    });
  });
}

export function loginLink(
  { dashboardUrl, tokens, switches }: SandboxContext,
  userId: string,
  style: Switches['authLink'] = switches.authLink,
  livesSeconds = LIVES_SECONDS,
): string {
  return style === 'code'
    ? `${dashboardUrl}/agent/dashboard/auth?code=${tokens.code(userId)}`
    : `${dashboardUrl}/?authToken=${tokens.customToken(userId, livesSeconds)}`;
}
