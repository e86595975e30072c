interface Jwt {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signed: boolean;
}

/** Three parts between dots: what a JWT (RFC 7519, compact form) looks like before it is decoded. */
export const looksLikeJwt = (token: string): boolean => token.split('.', 4).length === 3;

/**
 * Reads a JWT without checking its signature: this decides only what a token says, not whether it is genuine.
 * Null when the text is no JWT.
 */
export function readJwt(token: string): Jwt | null {
  if (!looksLikeJwt(token)) return null;
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = readPart(head);
  const claims = readPart(body);
  if (!header || !claims || typeof header['alg'] !== 'string') return null;
  if (!/^[\w-]*$/.test(signature)) return null;
  return { header, claims, signed: signature !== '' && header['alg'].toLowerCase() !== 'none' };
}

/** When the token says it ends, in ms; null when it does not say. */
export const expiryMsOf = (claims: Record<string, unknown>): number | null => dateMs(claims['exp']);

/** When it says it was made. */
export const issuedMsOf = (claims: Record<string, unknown>): number | null => dateMs(claims['iat']);

const dateMs = (seconds: unknown): number | null =>
  typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 && seconds < 1e11
    ? Math.trunc(seconds * 1000)
    : null;

/** The user of a Firebase ID token: `user_id`, which must equal `sub` where both are there. */
export function userIdOf(claims: Record<string, unknown>): string | null {
  const named = [claims['user_id'], claims['sub']].filter((value) => value !== undefined);
  const [first] = named;
  if (typeof first !== 'string' || !isUserId(first)) return null;
  return named.every((value) => value === first) ? first : null;
}

/** Firebase: 1 to 128 characters. */
export const isUserId = (text: string): boolean => /^[\x21-\x7e]{1,128}$/.test(text);

function readPart(part: string): Record<string, unknown> | null {
  if (!/^[\w-]+$/.test(part)) return null;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}
