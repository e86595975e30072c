const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** JWTs for tests: real shape, without a valid signature. */
export function testJwt(
  claims: object,
  header: Record<string, unknown> = { alg: 'RS256', typ: 'JWT' },
  signature = 'c2ln',
): string {
  return `${part(header)}.${part(claims)}.${signature}`;
}

export const PROJECT = 'laso-test';
export const USER = '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc';

/** A Firebase ID token of the test project, ending at `expMs`. */
export const testIdToken = (expMs: number, changes: Record<string, unknown> = {}): string =>
  testJwt({
    iss: `https://securetoken.google.com/${PROJECT}`,
    aud: PROJECT,
    sub: USER,
    user_id: USER,
    iat: Math.trunc(expMs / 1000) - 3600,
    exp: Math.trunc(expMs / 1000),
    ...changes,
  });

/** A Firebase custom token for the test user. */
export const testCustomToken = (expMs: number, changes: Record<string, unknown> = {}): string =>
  testJwt({
    aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
    iss: 'firebase-adminsdk@laso-test.iam.gserviceaccount.com',
    sub: 'firebase-adminsdk@laso-test.iam.gserviceaccount.com',
    uid: USER,
    iat: Math.trunc(expMs / 1000) - 3600,
    exp: Math.trunc(expMs / 1000),
    ...changes,
  });
