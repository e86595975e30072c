import { isLoopback } from '#domain/loopback.ts';
import { parseUrl } from '#domain/parse-url.ts';
import { Secret } from '#domain/secret.ts';
import { AccountCardError } from './account-card-error.ts';

/**
 * An address from the program, checked before the browser loads it: https (http on this machine only), no
 * user in it, one of these hosts, and never this page's own origin. It holds a one-time token, so it is a
 * `Secret`. Without an address the answer is a `bad-answer`.
 */
export function allowedAddress(text: string | null, hosts: readonly string[]): Secret {
  if (text === null) throw new AccountCardError('bad-answer', 'The answer holds no address');
  const url = parseUrl(text);
  const allowed =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) &&
    url.origin !== globalThis.location?.origin &&
    url.username === '' &&
    url.password === '' &&
    hosts.includes(url.host);
  if (!allowed) throw new AccountCardError('foreign-host', 'The address is not on an allowed host');
  return Secret.of(url.href);
}
