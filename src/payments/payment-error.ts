import type { Finding } from './quote/finding.ts';

/**
 * What can stop a payment. Each of them means that nothing was sent, so nothing was paid; what happens after sending is a row state, not an error.
 * - quote: `offline`, `unreadable-challenge`, `no-challenge`, `bad-request`, `frozen`, `refused`, `rate-limited`, `server`
 * - review: `guard` (with `findings`), `signer-refused` (what the wallet should have signed was not what was reviewed)
 * - wallet: `wallet-rejected`, `wallet-pending`, `wallet-locked`, `wallet-account`, `wallet-chain`, `wallet-unsupported`, `wallet-silent`, `wallet`
 * - chain: `no-rpc` (the operator has not set the key), `rpc`
 * - journal: `storage`, `busy`, `possible-repeat`, `state`
 */
export type PaymentErrorKind =
  | 'offline'
  | 'unreadable-challenge'
  | 'no-challenge'
  | 'bad-request'
  | 'frozen'
  | 'refused'
  | 'rate-limited'
  | 'server'
  | 'guard'
  | 'signer-refused'
  | 'wallet-rejected'
  | 'wallet-pending'
  | 'wallet-locked'
  | 'wallet-account'
  | 'wallet-chain'
  | 'wallet-unsupported'
  | 'wallet-silent'
  | 'wallet'
  | 'no-rpc'
  | 'rpc'
  | 'storage'
  | 'busy'
  | 'possible-repeat'
  | 'state';

interface Details {
  /** The server's own words, to be shown as text beside ours. */
  serverMessage?: string | undefined;
  /** All else that it says: its advice. */
  hint?: string | undefined;
  /** A short token (laso-api.md §2.1), to branch on and never to be shown. */
  code?: string | undefined;
  /** The server says that asking again never helps. */
  terminal?: boolean | undefined;
  findings?: readonly Finding[];
  /** Seconds the server asked us to wait. */
  retryAfterSec?: number | undefined;
  /** Journal rows the sentence talks about (`possible-repeat`). */
  rowIds?: readonly string[];
  cause?: unknown;
}

/** `message` is a sentence for a person: what happened, what it means for the money, what to do. Never holds a secret or a payload. */
export class PaymentError extends Error {
  override readonly name = 'PaymentError';
  readonly kind: PaymentErrorKind;
  readonly serverMessage: string | null;
  readonly hint: string | null;
  readonly code: string | null;
  readonly terminal: boolean;
  readonly findings: readonly Finding[];
  readonly retryAfterSec: number | null;
  readonly rowIds: readonly string[];

  constructor(kind: PaymentErrorKind, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.serverMessage = details.serverMessage ?? null;
    this.hint = details.hint ?? null;
    this.code = details.code ?? null;
    this.terminal = details.terminal ?? false;
    this.findings = details.findings ?? [];
    this.retryAfterSec = details.retryAfterSec ?? null;
    this.rowIds = details.rowIds ?? [];
  }
}
