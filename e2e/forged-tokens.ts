import { createHash } from 'node:crypto';

const CUSTOM_TOKEN_AUDIENCE =
  'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

/** A JWT of real shape without a valid signature; `signature` may be empty. */
export function forgedJwt(
  claims: Record<string, unknown>,
  { alg = 'RS256', signature }: { alg?: string; signature?: string } = {},
): string {
  const content = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${signature ?? createHash('sha256').update(content).digest('base64url')}`;
}

/** What a Firebase ID token of the project says. */
export const idTokenClaims = (projectId: string, uid: string): Record<string, unknown> => ({
  iss: `https://securetoken.google.com/${projectId}`,
  aud: projectId,
  sub: uid,
  user_id: uid,
  iat: inSeconds(0),
  exp: inSeconds(3_600),
});

/** What a Firebase custom token says. */
export const customTokenClaims = (uid: string): Record<string, unknown> => ({
  iss: 'firebase-adminsdk@laso.iam.gserviceaccount.com',
  sub: 'firebase-adminsdk@laso.iam.gserviceaccount.com',
  aud: CUSTOM_TOKEN_AUDIENCE,
  uid,
  iat: inSeconds(0),
  exp: inSeconds(3_600),
});
