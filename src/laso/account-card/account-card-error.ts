import { LasoError, type LasoErrorKind } from '../laso-error.ts';

export type AccountCardErrorKind =
  | 'offline'
  | 'timeout'
  | 'aborted'
  /** Another tab holds the order. */
  | 'other-tab'
  /** 401: the access token is wrong or has ended. */
  | 'unauthorized'
  /** 403: the token is good, but not for this. */
  | 'forbidden'
  /** 404 of a card's routes: this user has none. */
  | 'no-card'
  /** 404 anywhere else: the program does not know this user, or is not at this address. */
  | 'no-user'
  /** 400 on an order. */
  | 'not-verified'
  | 'has-card'
  | 'bad-request'
  /** 422: a value is not accepted. */
  | 'invalid'
  | 'rate-limited'
  /** 498 and 499: the operator's `clientKey`. */
  | 'client-key-refused'
  | 'client-key-missing'
  | 'server'
  | 'bad-answer'
  /** Something between this page and the program answered in its place. */
  | 'not-program'
  /** An image or page on a host that the operator has not allowed. */
  | 'foreign-host'
  /** The browser could not load a one-time image. */
  | 'image-gone';

/**
 * Whatever can go wrong between this page and the account-card program. Short, for developers, free of
 * secrets.
 */
export class AccountCardError extends Error {
  override readonly name = 'AccountCardError';
  readonly kind: AccountCardErrorKind;
  /** The program's own words: plain text, one line, without anything we sent. */
  readonly serverMessage: string | null;
  readonly retryAfterMs: number | null;

  constructor(
    kind: AccountCardErrorKind,
    message: string,
    details: { serverMessage?: string | null; retryAfterMs?: number | null } = {},
  ) {
    super(message);
    this.kind = kind;
    this.serverMessage = details.serverMessage ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/**
 * The program's statuses are not Laso's (laso-api.md §9): 404, 422, 498 and 499 have meanings of their own.
 */
export function accountCardErrorOf(
  error: unknown,
  notFound: AccountCardErrorKind = 'no-user',
): AccountCardError {
  if (error instanceof AccountCardError) return error;
  if (!(error instanceof LasoError)) return new AccountCardError('bad-answer', 'unexpected');
  const { message, serverMessage, retryAfterMs } = error;
  const kind = error.kind === 'not-found' ? notFound : kindOf(error);
  return new AccountCardError(kind, message, { serverMessage, retryAfterMs });
}

function kindOf({ status, kind, serverMessage }: LasoError): AccountCardErrorKind {
  if (kind === 'bad-answer') return kind;
  if (kind === 'not-laso') return 'not-program';
  switch (status) {
    case 400:
      return kindOfBadRequest(serverMessage ?? '');
    case 422:
      return 'invalid';
    case 498:
      return 'client-key-refused';
    case 499:
      return 'client-key-missing';
    default:
      return OTHERS[kind] ?? 'bad-request';
  }
}

/** One status for two refusals; only the words tell them apart. */
function kindOfBadRequest(words: string): AccountCardErrorKind {
  if (/already has a card/i.test(words)) return 'has-card';
  return /verif|kyc/i.test(words) ? 'not-verified' : 'bad-request';
}

const OTHERS: Partial<Record<LasoErrorKind, AccountCardErrorKind>> = {
  offline: 'offline',
  timeout: 'timeout',
  aborted: 'aborted',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  frozen: 'forbidden',
  region: 'forbidden',
  'rate-limited': 'rate-limited',
  server: 'server',
};
