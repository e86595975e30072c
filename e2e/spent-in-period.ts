import type { Sandbox } from '#sandbox/app.ts';
import { spentByDay } from '#sandbox/scenarios/sums.ts';

/** As playwright.config.ts sets it. */
const ZONE = 'Europe/Berlin';
const DAY_MS = 86_400_000;

/**
 * "2026-11-21" of so many days ago, in the browser's zone: noon of the day, so that no change to summer time
 * matters.
 */
export function dayAgo(sandbox: Sandbox, count: number): string {
  const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
  const noon = Date.parse(`${zoned.format(sandbox.clock.now())}T12:00:00Z`);
  return new Date(noon - count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Debits less credits of the `days` days that end `endsAgo` days ago, in cents, from the sandbox's own data.
 */
export function spentInDays(sandbox: Sandbox, owners: readonly string[], days: number, endsAgo = 0): number {
  const from = dayAgo(sandbox, endsAgo + days - 1);
  const to = dayAgo(sandbox, endsAgo);
  let cents = 0;
  for (const [day, spent] of spentByDay(sandbox.store, owners, ZONE, sandbox.switches.cardLines))
    if (from <= day && day <= to) cents += spent;
  return cents;
}
