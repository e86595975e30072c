import { parseUrl } from './parse-url.ts';

/** Why a redemption URL must not be opened from here. */
export type UnsafeReason = 'no-address' | 'not-https' | 'user-info' | 'disguised' | 'look-alike';

/**
 * What may be done with a redemption URL (product.md §7). Whatever it is, `text` is all of it: it is worth
 * money and never dropped.
 * - `link`: https, its host is one the operator listed, and it is written as plainly as it reads.
 * - `unlisted`: an https address of another host; `text` is `before` + `host` + `after`.
 * - `unsafe`: never to be opened from here.
 */
type RedemptionLink =
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string }
  | {
      readonly kind: 'unlisted';
      readonly text: string;
      readonly before: string;
      readonly host: string;
      readonly after: string;
    }
  | { readonly kind: 'unsafe'; readonly text: string; readonly reason: UnsafeReason };

/**
 * Nothing a browser would drop, decode or turn round on its way to an address: no blanks, controls,
 * backslashes, foreign letters.
 */
const PLAIN = /^[\x21-\x5b\x5d-\x7e]+$/;
const AUTHORITY = /^(https:\/\/)([^/?#\n]+)((?:[/?#].*)?)$/i;

/**
 * `hosts`: as configured, lower case, a port only where it is not 443. Exactly these: a subdomain or another
 * port is not listed.
 */
export function redemptionLink(text: string, hosts: readonly string[]): RedemptionLink {
  const unsafe = (reason: UnsafeReason): RedemptionLink => ({ kind: 'unsafe', text, reason });
  const url = parseUrl(text);
  if (!url) return unsafe('no-address');
  if (url.protocol !== 'https:') return unsafe('not-https');
  if (url.username !== '' || url.password !== '') return unsafe('user-info');
  const [, before, host, after] = AUTHORITY.exec(text) ?? [];
  if (before === undefined || host === undefined || after === undefined) return unsafe('disguised');
  // "user@host" with an empty user leaves no user in the parsed address.
  if (host.includes('@')) return unsafe('user-info');
  // The browser must go where a person reads that it goes: "pay%2Eruna.io" and "pay.runа.io" read like one
  // host and are another.
  if (!PLAIN.test(text) || host.toLowerCase() !== url.host) return unsafe('disguised');
  if (hosts.includes(url.host)) return { kind: 'link', text, href: url.href, host: url.host };
  if (hosts.some((listed) => looksLike(url.host, listed))) return unsafe('look-alike');
  return { kind: 'unlisted', text, before, host, after };
}

/** A host that is not the listed one and would pass for it at a glance. */
function looksLike(host: string, listed: string): boolean {
  // Letters of other alphabets, as the name system writes them.
  if (host.split('.').some((label) => label.startsWith('xn--'))) return true;
  // Below the listed host only its owner has names.
  if (host.endsWith(`.${listed}`)) return false;
  const [seen, known] = [atAGlance(host), atAGlance(listed)];
  return seen.includes(known) || distance(seen, known) <= 2;
}

/** Characters that are taken for each other become one. */
const atAGlance = (host: string): string =>
  host
    .replace(/:\d+$/, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1i]/g, 'l')
    .replaceAll(/[-.]/g, '');

/** Levenshtein's: how many characters must be changed, added or left out. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, against] of [...other].entries()) {
      const changed = (row[column] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
