import { isLoopback } from './loopback.ts';
import { parseUrl } from './parse-url.ts';

/**
 * A product's picture, if it may be loaded: https and a host the operator listed, nothing but the picture's
 * own address (product.md, "Config", `imageHosts`). Null: a drawn one stands in. http only for a sandbox on
 * this machine.
 */
export function pictureUrl(text: string | null, hosts: readonly string[]): string | null {
  const url = text === null ? null : parseUrl(text);
  if (!url || url.username !== '' || url.password !== '' || !hosts.includes(url.host)) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
    ? url.href
    : null;
}
