import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Credentials } from './auth.ts';
import { expiryMsOf, isUserId, looksLikeJwt, readJwt, userIdOf } from './jwt.ts';

/**
 * What a link carried; more than one of anything is kept, so that it can be refused. Also what
 * public/take-login-link.js hands over.
 */
export interface LinkSecrets {
  authTokens: string[];
  codes: string[];
}

export type LinkProblem =
  | 'missing'
  | 'malformed'
  | 'expired'
  | 'wrong-project'
  | 'unsigned'
  | 'duplicated'
  | 'oversized'
  | 'unknown-issuer'
  | 'not-configured';

export type LinkVerdict =
  /** To be exchanged once. `account` is what the token says it opens, to be compared afterwards. */
  | { kind: 'custom-token'; token: string; account: AccountId | null; expiresAtMs: number | null }
  /** A Bearer as it is, without renewal. */
  | { kind: 'id-token'; token: string; account: AccountId; userId: string; expiresAtMs: number }
  /** Tells nothing before it is exchanged. */
  | { kind: 'code'; code: string }
  | { kind: 'problem'; problem: LinkProblem };

const CUSTOM_TOKEN_AUDIENCE =
  'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';
const ID_TOKEN_ISSUER = 'https://securetoken.google.com/';
const MAX_LENGTH = 8192;

/**
 * What kind of key a link holds (laso-api.md §1). Decides nothing about trust: signatures are checked by who
 * redeems it.
 */
export function classifyLink(
  secrets: LinkSecrets,
  options: { firebaseProjectId: string; nowMs: number },
): LinkVerdict {
  const all = [...secrets.authTokens, ...secrets.codes].map((secret) => secret.trim());
  const [token = ''] = all;
  if (all.length > 1) return problem('duplicated');
  if (token === '') return problem('missing');
  if (token.length > MAX_LENGTH) return problem('oversized');
  if (!/^[\x21-\x7e]+$/.test(token)) return problem('malformed');
  if (!looksLikeJwt(token))
    return token.startsWith('eyJ') ? problem('malformed') : { kind: 'code', code: token };
  return classifyJwt(token, options);
}

function classifyJwt(token: string, options: { firebaseProjectId: string; nowMs: number }): LinkVerdict {
  const jwt = readJwt(token);
  if (!jwt) return problem('malformed');
  if (!jwt.signed) return problem('unsigned');
  const { claims } = jwt;
  const expiresAtMs = expiryMsOf(claims);
  const expired = expiresAtMs !== null && expiresAtMs <= options.nowMs;
  if (claims['aud'] === CUSTOM_TOKEN_AUDIENCE) {
    if (expired) return problem('expired');
    if (!options.firebaseProjectId) return problem('not-configured');
    return { kind: 'custom-token', token, account: accountInCustomToken(claims), expiresAtMs };
  }
  const issuer = claims['iss'];
  if (typeof issuer !== 'string' || !issuer.startsWith(ID_TOKEN_ISSUER)) return problem('unknown-issuer');
  const userId = userIdOf(claims);
  if (expiresAtMs === null || userId === null) return problem('malformed');
  if (expired) return problem('expired');
  if (!options.firebaseProjectId) return problem('not-configured');
  if (!isOfProject(claims, options.firebaseProjectId)) return problem('wrong-project');
  return { kind: 'id-token', token, account: accountIdOf(userId), userId, expiresAtMs };
}

/**
 * The account a custom token says it opens; null when it names none, or two. Its `sub` is the service account
 * that made it, also its `iss`.
 */
function accountInCustomToken({ uid, user_id: userId, sub, iss }: Record<string, unknown>): AccountId | null {
  const named = [uid, userId, sub === iss ? undefined : sub].filter((value) => value !== undefined);
  const [first] = named;
  if (typeof first !== 'string' || !isUserId(first)) return null;
  return named.every((value) => value === first) ? accountIdOf(first) : null;
}

/**
 * After redeeming: the token must belong to our project and to the account that was shown before the click,
 * where one was; else it is dropped (product.md §1). `wrong-project` also for a token that cannot be read.
 */
export function checkRedeemed(
  credentials: Pick<Credentials, 'idToken' | 'accountId'>,
  expected: { shownAccount: AccountId | null; firebaseProjectId: string },
): 'ok' | 'wrong-project' | 'wrong-account' {
  const claims = readJwt(credentials.idToken)?.claims ?? {};
  const userId = userIdOf(claims);
  if (!expected.firebaseProjectId || !isOfProject(claims, expected.firebaseProjectId)) return 'wrong-project';
  const account = userId === null ? null : accountIdOf(userId);
  const shown = expected.shownAccount ?? credentials.accountId;
  return account === credentials.accountId && account === shown ? 'ok' : 'wrong-account';
}

const isOfProject = (claims: Record<string, unknown>, projectId: string): boolean =>
  claims['iss'] === `${ID_TOKEN_ISSUER}${projectId}` && claims['aud'] === projectId;

const problem = (name: LinkProblem): LinkVerdict => ({ kind: 'problem', problem: name });
