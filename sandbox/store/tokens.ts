import { generateKeyPair, randomBytes, randomInt, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeJwt, jwtVerify } from 'jose';
import type { SandboxClock } from '../clock.ts';

export const PROJECT_ID = 'laso-sandbox';
const ISSUER = `https://securetoken.google.com/${PROJECT_ID}`;
const CUSTOM_TOKEN_AUDIENCE =
  'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';
const SERVICE_ACCOUNT = `firebase-adminsdk@${PROJECT_ID}.iam.gserviceaccount.com`;
const HOUR_S = 3_600;
const CODE_LIVES_MS = 15 * 60_000;
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** As `auth` in Laso's answers: `expires_in` is a string of seconds. */
export interface Credentials {
  id_token: string;
  refresh_token: string;
  expires_in: string;
}

export interface Tokens {
  issue(uid: string): Credentials;
  /** The uid of a Bearer whose signature, project and expiry are right; else null. */
  uidOf(idToken: string): Promise<string | null>;
  /** Each refresh token works once; null when it is unknown, replaced or revoked. */
  rotate(refreshToken: string): { uid: string; credentials: Credentials } | null;
  /** Ends an account's session everywhere: from now on its refresh tokens are refused. */
  revoke(uid: string): void;
  customToken(uid: string, livesSeconds?: number): string;
  /** Each link works once, as Laso's do (Firebase itself would allow another try). */
  redeemCustomToken(
    token: string,
  ): Promise<{ uid: string } | { error: 'INVALID_CUSTOM_TOKEN' | 'TOKEN_EXPIRED' }>;
  code(uid: string): string;
  redeemCode(code: string): { uid: string } | { error: 'unknown' | 'used' | 'expired' };
  clear(): void;
}

/** Firebase-like tokens signed with two throw-away RS256 keys. */
export async function createTokens(clock: SandboxClock): Promise<Tokens> {
  const [idKeys, serviceKeys] = await Promise.all([newKeys(), newKeys()]);
  const refreshTokens = new Map<string, string>();
  const usedLinks = new Set<string>();
  const codes = new Map<string, { uid: string; used: boolean; expiresAt: number }>();
  let serial = 0;
  const seconds = (): number => Math.floor(clock.now() / 1_000);

  const issue = (uid: string): Credentials => {
    // The serial makes two tokens of the same second differ, which a test of renewal needs.
    const idToken = signJwt(idKeys.privateKey, 'sandbox-id', {
      iss: ISSUER,
      aud: PROJECT_ID,
      auth_time: seconds(),
      user_id: uid,
      sub: uid,
      iat: seconds(),
      exp: seconds() + HOUR_S,
      firebase: { identities: {}, sign_in_provider: 'custom' },
      serial: (serial += 1),
    });
    const refreshToken = `sandbox-refresh-${randomBytes(24).toString('base64url')}`;
    refreshTokens.set(refreshToken, uid);
    return { id_token: idToken, refresh_token: refreshToken, expires_in: String(HOUR_S) };
  };

  return {
    issue,
    uidOf: async (idToken) => {
      const options = {
        issuer: ISSUER,
        audience: PROJECT_ID,
        algorithms: ['RS256'],
        currentDate: new Date(clock.now()),
      };
      const verified = await jwtVerify(idToken, idKeys.publicKey, options).catch(() => null);
      return verified?.payload.sub ?? null;
    },
    rotate: (refreshToken) => {
      const uid = refreshTokens.get(refreshToken);
      if (uid === undefined) return null;
      refreshTokens.delete(refreshToken);
      return { uid, credentials: issue(uid) };
    },
    revoke: (uid) => {
      for (const [token, owner] of refreshTokens) if (owner === uid) refreshTokens.delete(token);
    },
    customToken: (uid, livesSeconds = HOUR_S) =>
      signJwt(serviceKeys.privateKey, 'sandbox-service', {
        iss: SERVICE_ACCOUNT,
        sub: SERVICE_ACCOUNT,
        aud: CUSTOM_TOKEN_AUDIENCE,
        uid,
        iat: seconds(),
        exp: seconds() + livesSeconds,
        claims: { link: (serial += 1) },
      }),
    redeemCustomToken: async (token) => {
      const options = { issuer: SERVICE_ACCOUNT, audience: CUSTOM_TOKEN_AUDIENCE, algorithms: ['RS256'] };
      const result = await jwtVerify(token, serviceKeys.publicKey, {
        ...options,
        currentDate: new Date(clock.now()),
      }).catch((error: unknown) => (isExpiry(error) ? ('TOKEN_EXPIRED' as const) : null));
      if (result === 'TOKEN_EXPIRED') return { error: 'TOKEN_EXPIRED' };
      const uid = result ? decodeJwt(token)['uid'] : null;
      if (typeof uid !== 'string' || usedLinks.has(token)) return { error: 'INVALID_CUSTOM_TOKEN' };
      usedLinks.add(token);
      return { uid };
    },
    code: (uid) => {
      const letters = Array.from(
        { length: 10 },
        () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? 'X',
      ).join('');
      const code = `${letters.slice(0, 5)}-${letters.slice(5)}`;
      codes.set(code, { uid, used: false, expiresAt: clock.now() + CODE_LIVES_MS });
      return code;
    },
    redeemCode: (code) => {
      const known = codes.get(code.trim().toUpperCase());
      if (!known) return { error: 'unknown' };
      if (known.used) return { error: 'used' };
      if (clock.now() >= known.expiresAt) return { error: 'expired' };
      known.used = true;
      return { uid: known.uid };
    },
    clear: () => {
      refreshTokens.clear();
      usedLinks.clear();
      codes.clear();
    },
  };
}

const newKeys = (): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> =>
  promisify(generateKeyPair)('rsa', { modulusLength: 2048 });

const jwtPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signJwt(key: KeyObject, kid: string, claims: Record<string, unknown>): string {
  const content = `${jwtPart({ alg: 'RS256', kid, typ: 'JWT' })}.${jwtPart(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

const isExpiry = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
