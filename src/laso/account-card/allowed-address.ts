import { Secret } from '#domain/secret.ts';
import type { AccountCardConfig } from './account-card-client.ts';
import { AccountCardError } from './account-card-error.ts';

/**
 * An address the programme gave us, checked before a browser may load it: https (http on this machine only), no user in it, a host that the
 * operator allows (`accountCard.imageHosts`) or the programme's own, and never this page's. It holds a one-time token, so it is a `Secret`.
 */
export function allowedAddress(text: string | null, config: AccountCardConfig): Secret {
  const url = URL.parse(text ?? '');
  const own = new URL(config.baseUrl);
  const loopback = /^(localhost|127(\.\d+){3})$/.test(url?.hostname ?? '');
  const allowed =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) &&
    url.origin !== globalThis.location?.origin &&
    url.username === '' &&
    url.password === '' &&
    (url.origin === own.origin || config.imageHosts.includes(url.host));
  if (!allowed) throw new AccountCardError('foreign-host', 'The address is not on an allowed host');
  return Secret.of(url.href);
}
