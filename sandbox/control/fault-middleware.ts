import {
  faultRequestOf,
  isPaying,
  type RequestContext,
  type SandboxApp,
  type SandboxContext,
} from '../context.ts';
import { FROZEN_WORDS } from '../payment/after-settlement.ts';
import type { FaultKind } from './faults.ts';
import { limitReached, refusalAnswer } from './refusals.ts';
import { gatewayAnswer, replaceAnswer, replayedAnswer } from './gateway.ts';

/** Runs the faults of whole requests; those of the payment itself are in `payment/settle-and-deliver.ts`. */
export function mountFaults(app: SandboxApp, context: SandboxContext): void {
  const repeats = new WeakSet<Request>();

  app.use('*', async (c, next) => {
    if (c.req.method === 'OPTIONS' || c.req.path.startsWith('/__sandbox')) return next();
    let request = faultRequestOf(c);
    const take = (kind: FaultKind) => context.faults.take(kind, request);

    if (take('drop-before')) {
      cutConnection(c);
      return c.body(null);
    }
    if (!repeats.has(c.req.raw) && take('duplicate')) {
      // The first answer is lost; the same request follows again.
      const first = await copyOf(c);
      repeats.add(first);
      await app.fetch(first, c.env);
      request = faultRequestOf(c, true);
    }
    const gateway = take('gateway');
    const replay = take('replayed');
    // Looked up before the request runs: it must not get its own answer.
    const replayed = replay && context.answers.find(kindOf(c), replay.back);
    const inPlace = (): void => {
      if (replay && replayed) replaceAnswer(c, replayedAnswer(replayed), replay);
      if (gateway) replaceAnswer(c, gatewayAnswer(gateway), gateway);
    };
    if (gateway?.before || (replay?.before && replayed)) return inPlace();
    const refusal = refusalOf(c, context, take);
    if (refusal) return refusal;
    const stale = take('stale-list');
    if (stale) c.set('asOf', context.clock.now() - stale.ms);
    const slow = take('slow');
    if (slow?.before) await context.waiting.wait(slow.ms);
    await next();
    if (!stale) await context.answers.keep(kindOf(c), c.res);
    inPlace();
    if (slow && !slow.before) await context.waiting.wait(slow.ms);
    if (take('malformed-json')) c.res = malformed(c.res);
    if (take('hidden-cors')) c.res.headers.delete('Access-Control-Expose-Headers');
    if (take('drop-after-settlement')) cutConnection(c);
    return undefined;
  });
}

/** A copy of the request as it came, to run a second time. */
async function copyOf(c: RequestContext): Promise<Request> {
  const { method } = c.req;
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await c.req.text() };
  return new Request(c.req.url, { method, headers: c.req.header(), ...body });
}

function refusalOf(
  c: RequestContext,
  context: SandboxContext,
  take: (kind: FaultKind) => ReturnType<SandboxContext['faults']['take']>,
) {
  const limited = take('rate-limited');
  if (limited)
    return limitReached(context, {
      error: limited.message ?? 'Too many requests. Please try again later.',
      ms: limited.ms,
      hint: 'Ask less often.',
    });
  const frozen = take('frozen');
  if (frozen) {
    const message = frozen.message ?? FROZEN_WORDS;
    return c.json({ error: 'This account is frozen.', frozen_message: message }, 403);
  }
  const missing = take('not-found');
  if (missing) return c.json({ error: missing.message ?? 'Not found' }, 404);
  const expired = take('expired-token');
  if (expired) return c.json({ error: expired.message ?? 'This token is over, or was never good.' }, 401);
  const refused = take('refused');
  if (refused) return refusalAnswer(refused, context);
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

/**
 * The key of an earlier answer: paid requests and POSTs have
 * the route alone, reads also the query and the reader.
 */
function kindOf(c: RequestContext): string {
  const { method, path } = c.req;
  if (isPaying(c) || method !== 'GET') return `${method} ${path}${isPaying(c) ? ' paid' : ''}`;
  return `${method} ${path}${new URL(c.req.url).search} ${c.req.header('authorization') ?? ''}`;
}
