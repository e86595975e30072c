/**
 * Signing in: the link or code was used already or was never good, or the operator's key or address is
 * missing or refused.
 */
export type LinkErrorKind = 'link-refused' | 'link-expired' | 'wrong-project' | 'not-configured';

export type LasoErrorKind =
  | LinkErrorKind
  | 'offline'
  | 'timeout'
  | 'aborted'
  | 'unauthorized'
  | 'session-ended'
  /** Another tab holds the renewal of the tokens and does not finish it. */
  | 'renewal-held'
  | 'frozen'
  | 'forbidden'
  /**
   * 402 of a free route: a balance is short, or the server wants money first. Never a challenge, never
   * signed.
   */
  | 'payment-required'
  /** 451, or a 403 that names region or country: from where the person is. */
  | 'region'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'bad-request'
  | 'server'
  | 'bad-answer'
  /**
   * Something between this page and Laso answered in its place (src/domain/own-answer.ts): it says nothing
   * about the account.
   */
  | 'not-laso'
  /** This server does not have the route, which is newer than the first documents (route-memory.ts). */
  | 'not-listed';

interface Details {
  /** The HTTP status, where there was an answer. */
  status?: number | null;
  serverMessage?: string | null;
  hint?: string | null;
  code?: string | null;
  terminal?: boolean;
  foreignMessage?: string | null;
  frozenMessage?: string | null;
  retryAfterMs?: number | null;
  cause?: unknown;
}

/**
 * Whatever can go wrong between this page and Laso. The message is short, for developers, and free of
 * secrets; `explain-error.ts` has the words for people.
 */
export class LasoError extends Error {
  override readonly name = 'LasoError';
  readonly kind: LasoErrorKind;
  readonly status: number | null;
  /**
   * The server's own words: plain text, one line, shortened, with anything that looks like a secret taken
   * out.
   */
  readonly serverMessage: string | null;
  /** All else that the server says, its advice first; likewise. */
  readonly hint: string | null;
  /** A short token, to branch on and never to be shown. One that this build does not know changes nothing. */
  readonly code: string | null;
  /** The server says that asking again never helps. */
  readonly terminal: boolean;
  /** What something between this page and Laso says; likewise. Nothing is decided by it. */
  readonly foreignMessage: string | null;
  /** Why Laso froze the account, in Laso's words. Only with kind `frozen`. */
  readonly frozenMessage: string | null;
  /** How long the server asked to wait, from the moment of its answer. */
  readonly retryAfterMs: number | null;

  constructor(kind: LasoErrorKind, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.status = details.status ?? null;
    this.serverMessage = details.serverMessage ?? null;
    this.hint = details.hint ?? null;
    this.code = details.code ?? null;
    this.terminal = details.terminal ?? false;
    this.foreignMessage = details.foreignMessage ?? null;
    this.frozenMessage = details.frozenMessage ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
