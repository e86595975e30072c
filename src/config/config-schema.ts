import * as z from 'zod/mini';
import { BASE, SOLANA } from '#domain/chain.ts';
import { isLoopback } from '#domain/loopback.ts';
import { parseUrl } from '#domain/parse-url.ts';

/**
 * What the operator sets in `laso.config.json` (README, "Configure it"). Empty strings are allowed where
 * product.md's contract says so.
 */
const httpUrl = z.string().check(
  z.refine((value) => {
    const url = parseUrl(value);
    if (!url || url.username || url.password || url.search || url.hash) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  }, 'must be an https URL (http only for loopback), without user, query or fragment'),
);
const originUrl = httpUrl.check(
  z.refine((value) => parseUrl(value)?.origin === value, 'must be an origin: no path, no trailing slash'),
);
/** RPC providers put their key into the path or the query. */
const rpcUrl = z.string().check(
  z.refine((value) => {
    const url = parseUrl(value);
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  }, 'must be an https URL (http only for loopback)'),
);
const host = z.string().check(z.regex(/^[a-z0-9.-]+(:\d+)?$/, 'must be a lower-case host name'));
const emptyOr = <T extends z.ZodMiniType<string>>(schema: T) => z.union([z.literal(''), schema]);

const network = <T extends string>(id: T, address: RegExp) =>
  z.strictObject({
    id: z.literal(id),
    rpcUrl: emptyOr(rpcUrl),
    rpcFallbackUrls: z.optional(z.array(rpcUrl)),
    usdc: z.string().check(z.regex(address)),
    payTo: z.array(z.string().check(z.regex(address))).check(z.minLength(1)),
    explorerUrl: httpUrl,
  });

export const configSchema = z.strictObject({
  apiBaseUrl: httpUrl,
  apiOrigins: z.optional(z.array(originUrl).check(z.minLength(1))),
  identityToolkitUrl: httpUrl,
  firebaseApiKey: z.string(),
  firebaseProjectId: z.string(),
  authCodeUrl: z.optional(emptyOr(httpUrl)),
  supportEmail: z.email(),
  networks: z
    .array(
      z.discriminatedUnion('id', [
        network(BASE, /^0x[0-9a-fA-F]{40}$/),
        network(SOLANA, /^[1-9A-HJ-NP-Za-km-z]{32,44}$/),
      ]),
    )
    .check(z.minLength(1)),
  redemptionHosts: z.array(host),
  imageHosts: z.array(host),
  walletConnectProjectId: z.optional(z.string()),
  accountCard: z.optional(
    z.strictObject({
      baseUrl: httpUrl,
      clientKey: z.string(),
      usEnv: z.boolean(),
      imageHosts: z.array(host),
    }),
  ),
});

export type LasoConfig = z.infer<typeof configSchema>;
export type NetworkConfig = LasoConfig['networks'][number];

/** Returns the parsed configuration. Throws an Error that names each wrong key. */
export function parseConfig(value: unknown): LasoConfig {
  const result = z.safeParse(configSchema, value);
  if (result.success) return result.data;
  throw new Error(`The configuration is not valid.\n${result.error.issues.map(complaint).join('\n')}`);
}

/** The mini build of zod carries no texts of its own. */
function complaint(issue: z.core.$ZodIssue): string {
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `unknown key: ${[key, issue.keys.join(', ')].filter(Boolean).join('.')}`;
  return `${key || 'the whole file'}: ${issue.message}`;
}
