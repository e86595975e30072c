import { faultRequestOf, type RequestContext, type SandboxApp, type SandboxContext } from '../context.ts';
import { FROZEN_WORDS } from '../payment/after-settlement.ts';
import type { FaultKind } from './faults.ts';

/** Makes the faults happen that concern the whole request; those of the payment itself are in `payment/settle-and-deliver.ts`. */
export function mountFaults(app: SandboxApp, context: SandboxContext): void {
  const repeats = new WeakSet<Request>();

  app.use('*', async (c, next) => {
    if (c.req.method === 'OPTIONS' || c.req.path.startsWith('/__sandbox')) return next();
    const request = faultRequestOf(c);
    const take = (kind: FaultKind) => context.faults.take(kind, request);

    if (take('drop-before')) {
      cutConnection(c);
      return c.body(null);
    }
    if (!repeats.has(c.req.raw) && take('duplicate')) {
      // The first answer reaches nobody; what follows is the same request again.
      const first = await copyOf(c);
      repeats.add(first);
      await app.fetch(first, c.env);
    }
    const refusal = refusalOf(c, take);
    if (refusal) return refusal;
    const slow = take('slow');
    if (slow?.before) await context.waiting.wait(slow.ms);
    await next();
    if (slow && !slow.before) await context.waiting.wait(slow.ms);
    if (take('malformed-json')) c.res = malformed(c.res);
    if (take('hidden-cors')) c.res.headers.delete('Access-Control-Expose-Headers');
    if (take('drop-after-settlement')) cutConnection(c);
    return undefined;
  });
}

/** The request as it came, for a second time. */
async function copyOf(c: RequestContext): Promise<Request> {
  const { method } = c.req;
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await c.req.text() };
  return new Request(c.req.url, { method, headers: c.req.header(), ...body });
}

function refusalOf(
  c: RequestContext,
  take: (kind: FaultKind) => ReturnType<SandboxContext['faults']['take']>,
) {
  const limited = take('rate-limited');
  if (limited) {
    const headers = { 'Retry-After': String(Math.ceil(limited.ms / 1_000)) };
    return c.json({ error: limited.message ?? 'Too many requests. Please try again later.' }, 429, headers);
  }
  const frozen = take('frozen');
  if (frozen) {
    const message = frozen.message ?? FROZEN_WORDS;
    return c.json({ error: 'Account is frozen', frozen_message: message }, 403);
  }
  const missing = take('not-found');
  if (missing) return c.json({ error: missing.message ?? 'Not found' }, 404);
  const expired = take('expired-token');
  if (expired) return c.json({ error: expired.message ?? 'Invalid or expired token' }, 401);
  const refused = take('refused');
  if (refused) return c.json({ error: refused.message ?? 'Request refused' }, refused.status);
  const broken = take('error-before-settlement');
  if (broken) return c.json({ error: broken.message ?? 'Internal server error' }, 500);
  return null;
}

/** The answer as it was, but its body ends too early. */
function malformed(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response('{"card": {"card_id": "card_', { status: answer.status, headers });
}

/** What a dropped connection is: the client gets no answer at all. */
function cutConnection(c: RequestContext): void {
  c.env.outgoing.destroy();
}
