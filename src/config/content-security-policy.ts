import { isLoopback } from '#domain/loopback.ts';
import type { LasoConfig } from './config-schema.ts';

/**
 * The page's Content-Security-Policy for one configuration: nothing but our own files runs, and only the
 * configured origins are ever contacted (product.md §12). `frame-ancestors` works in a header only: the
 * README's server examples send it.
 */
export function contentSecurityPolicy(config: LasoConfig): string {
  const connect = new Set(
    [config.apiBaseUrl, config.identityToolkitUrl, config.authCodeUrl, config.accountCard?.baseUrl].flatMap(
      origin,
    ),
  );
  for (const network of config.networks) {
    for (const url of [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].flatMap(origin)) connect.add(url);
  }
  const images = [...config.imageHosts, ...(config.accountCard?.imageHosts ?? [])].map(imageOrigin);
  // The account card's hosted page, and nothing else, may stand in a frame.
  const { accountCard } = config;
  const frames = accountCard
    ? new Set([...origin(accountCard.baseUrl), ...accountCard.imageHosts.map(imageOrigin)])
    : [];
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `font-src 'self'`,
    `img-src 'self' data: ${images.join(' ')}`.trim(),
    `connect-src ${[...connect].join(' ')}`,
    ...(accountCard ? [`frame-src ${[...frames].join(' ')}`] : []),
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/**
 * The same while developing: Vite's dev server needs inline scripts and styles and its socket. Never in a
 * build.
 */
export const developmentPolicy = (config: LasoConfig): string =>
  contentSecurityPolicy(config)
    .replace(`script-src 'self'`, `script-src 'self' 'unsafe-inline'`)
    .replace(`style-src 'self'`, `style-src 'self' 'unsafe-inline'`)
    .replace('connect-src ', `connect-src 'self' ws: `);

/** Pictures come over https; a sandbox on this machine has no certificate. */
const imageOrigin = (host: string): string =>
  `${isLoopback(new URL(`http://${host}`).hostname) ? 'http' : 'https'}://${host}`;

const origin = (url: string | undefined): string[] => (url ? [new URL(url).origin] : []);
