import type { RequestContext, SandboxContext } from '../context.ts';

/** The account of the request's Bearer, or the answer that refuses it. */
export async function requireAccount(
  c: RequestContext,
  { tokens, store }: SandboxContext,
): Promise<{ userId: string } | { refusal: Response }> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (!bearer) return { refusal: c.json({ error: 'No Bearer token came with this.' }, 401) };
  const userId = await tokens.uidOf(bearer);
  if (userId === null) return { refusal: c.json({ error: 'This token is over, or was never good.' }, 401) };
  const frozen = frozenAnswer(c, store.account(userId).frozenMessage);
  return frozen ? { refusal: frozen } : { userId };
}

/** 403 for a frozen account, else null. */
export function frozenAnswer(c: RequestContext, frozenMessage: string | null): Response | null {
  if (frozenMessage === null) return null;
  return c.json({ error: 'This account is frozen.', frozen_message: frozenMessage }, 403);
}
