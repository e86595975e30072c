import { parseUrl } from '#domain/parse-url.ts';
import { plainLine, wellFormed } from '#domain/plain-text.ts';
import type { SignInChain, SignInChallenge, SignInInfo } from './sign-in-with-x.ts';

export interface SignInTrust {
  /** CAIP-2, the network of the wallet. */
  readonly network: string;
  /** The only origins a sign-in message may name (`apiOrigins` in the configuration). */
  readonly apiOrigins: readonly string[];
  /** The request that was answered with the challenge. */
  readonly requestUrl: string;
  readonly nowMs: number;
}

const MAX_AGE_MS = 5 * 60_000;
/** Device and server may differ this much; more, and the server will refuse the signature anyway. */
const MAX_SKEW_MS = 60_000;
/** Laso's live five minutes; a signature good for much longer is not this one. */
const MAX_LIFE_MS = 10 * 60_000;

/** The way the challenge wants this network's wallets to sign, or null when it does not take them. */
export function chainFor(challenge: SignInChallenge, network: string): SignInChain | null {
  const type = network.startsWith('eip155:') ? 'eip191' : 'ed25519';
  return challenge.chains.find((chain) => chain.chainId === network && chain.type === type) ?? null;
}

/**
 * Pure. Every reason not to sign, as a sentence; empty = the message signs in at Laso and does nothing else.
 * A message for another host would let the site that asked for it sign in there as this person.
 */
export function checkSignIn(challenge: SignInChallenge, trust: SignInTrust): string[] {
  const { info } = challenge;
  const hosts = trust.apiOrigins.map((origin) => parseUrl(origin)?.host);
  const request = parseUrl(trust.requestUrl);
  const uri = trustedUrl(info.uri, trust.apiOrigins);
  const problems: [boolean, string][] = [
    [!hosts.includes(info.domain), `It is for ${quoted(info.domain)}, not for Laso.`],
    [uri === null, `It names an address that is not Laso’s: ${quoted(info.uri)}.`],
    [
      uri !== null && (uri.pathname !== request?.pathname || uri.search !== '' || uri.hash !== ''),
      `It is for another purpose than signing in: ${quoted(info.uri)}.`,
    ],
    ...(info.resources ?? []).map((resource): [boolean, string] => [
      trustedUrl(resource, trust.apiOrigins) === null,
      `It gives access to something that is not Laso’s: ${quoted(resource)}.`,
    ]),
    [info.version !== '1', `It is of an unknown version: ${quoted(info.version)}.`],
    [!/^[A-Za-z0-9]{8,128}$/.test(info.nonce), 'Its one-time number is missing or damaged.'],
    [!isOneLine(info.statement) || !isOneLine(info.requestId), 'Its text is damaged or disguised.'],
    [
      chainFor(challenge, trust.network) === null,
      'Laso does not accept signatures from this network for signing in.',
    ],
  ];
  return [
    ...problems.flatMap(([wrong, sentence]) => (wrong ? [sentence] : [])),
    ...checkTimes(info, trust.nowMs),
  ];
}

const CLOCK = 'Or this device’s clock is wrong: set it to automatic.';

function checkTimes(info: SignInInfo, nowMs: number): string[] {
  const issued = timeOf(info.issuedAt);
  const ends = info.expirationTime === undefined ? null : timeOf(info.expirationTime);
  const starts = info.notBefore === undefined ? null : timeOf(info.notBefore);
  if (issued === undefined || ends === undefined || starts === undefined)
    return ['Its time is not readable.'];
  if (nowMs - issued > MAX_AGE_MS || (ends !== null && ends <= nowMs)) return [`It is too old. ${CLOCK}`];
  if (issued - nowMs > MAX_SKEW_MS || (starts !== null && starts - nowMs > MAX_SKEW_MS))
    return [`It is from the future. ${CLOCK}`];
  if (ends !== null && ends - issued > MAX_LIFE_MS) return ['It would stay valid for too long.'];
  return [];
}

/** Until when the wallet may answer, ms. */
export const signInEndsAtMs = (info: SignInInfo): number =>
  (info.expirationTime === undefined ? undefined : timeOf(info.expirationTime)) ??
  (timeOf(info.issuedAt) ?? 0) + MAX_AGE_MS;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function timeOf(text: string): number | undefined {
  const ms = TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function trustedUrl(text: string, origins: readonly string[]): URL | null {
  // As written, not as a browser would mend it: wallet and server read the same characters.
  const url = /^[!-~]+$/.test(text) ? parseUrl(text) : null;
  return url && !url.username && !url.password && origins.includes(url.origin) ? url : null;
}

// Line breaks would add lines to the message; direction marks would disguise it.
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

const isOneLine = (text: string | undefined): boolean =>
  text === undefined || (!UNSAFE.test(text) && wellFormed(text) === text);

const quoted = (text: string): string => `“${plainLine(text.replaceAll(new RegExp(UNSAFE, 'g'), ' '), 120)}”`;
