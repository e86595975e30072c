import type { RequestContext, SandboxApp } from '../context.ts';
import type { ProgrammeStore, Refusal } from './programme-store.ts';
import type { ProgrammeUser } from './programme-users.ts';

export const CLIENT_KEY = 'sandbox-client-key';

/** The issuer's statuses lie outside of HTTP's registered ones, so Hono's own helper does not know them. */
export const refused = ({ status, message }: Refusal): Response => Response.json({ message }, { status });

/** A route of the program for a user whose headers are right; the others get 401, 403, 498 or 499. */
export function forUser(
  app: SandboxApp,
  store: ProgrammeStore,
  method: 'GET' | 'POST',
  path: string,
  answer: (c: RequestContext, user: ProgrammeUser) => Response | Promise<Response>,
): void {
  app.on(method, path, (c) => {
    const refusal = store.takeRefusal(path) ?? refusalOf(c);
    if (refusal) return refused(refusal);
    const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    // Every user of the sandbox is in the US environment; the other environment has no users.
    const user = bearer && c.req.header('x-us-env') === 'true' ? store.userOf(bearer) : null;
    if (!user) return refused({ status: 401, message: 'Not authenticated' });
    if (user.suspended) return refused({ status: 403, message: 'Not authorized' });
    return answer(c, user);
  });
}

function refusalOf(c: RequestContext): Refusal | null {
  const key = c.req.header('x-client-key') ?? '';
  if (key === '') return { status: 499, message: 'Missing client key' };
  return key === CLIENT_KEY ? null : { status: 498, message: 'Invalid client key' };
}
