import type { RequestContext } from '../context.ts';

/**
 * The request's JSON object; an empty one when it is
 * something else, so that the answer reports a missing field.
 */
export async function jsonBody(c: RequestContext): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null);
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
