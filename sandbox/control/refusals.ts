import type { SandboxContext } from '../context.ts';
import type { Fault } from './faults.ts';
import { NAMED, type Refusal } from './named-refusals.ts';

/**
 * The answer of the faults `refused` and `refused-after-settlement`. The fault's own fields override those of
 * the named refusal.
 */
export function refusalAnswer(fault: Fault, { switches, clock }: SandboxContext): Response {
  const named: Refusal | null = fault.refusal && NAMED[fault.refusal];
  const usual = named?.body ?? { error: 'Request refused' };
  const body = {
    ...usual,
    ...(fault.message !== null && { error: fault.message }),
    ...(switches.errors === 'coded' && named?.coded),
    ...fault.body,
  };
  const headers = retryAfter(fault, clock.now());
  const sent = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  return Response.json(sent, { status: named?.status ?? fault.status, headers });
}

/** `Retry-After` in either of its forms (RFC 9110 §10.2.3). */
function retryAfter({ retryAs, ms }: Fault, nowMs: number): Record<string, string> {
  if (retryAs === null) return {};
  const value = retryAs === 'date' ? new Date(nowMs + ms).toUTCString() : String(Math.ceil(ms / 1_000));
  return { 'Retry-After': value };
}

/** The 429 of a limit: the bare error, or as published since (2026-09). */
export function limitReached(
  { switches }: Pick<SandboxContext, 'switches'>,
  { error, ms, hint }: { error: string; ms: number; hint: string },
): Response {
  const seconds = Math.ceil(ms / 1_000);
  const coded = { code: 'rate_limited', retry_after_seconds: seconds, hint };
  const body = { error, ...(switches.errors === 'coded' && coded) };
  return Response.json(body, { status: 429, headers: { 'Retry-After': String(seconds) } });
}
