/**
 * Why a node gave no result.
 * - `refused`: it answered with an error: a range that is too large, a method it does not have.
 * - `busy`: it asks for patience (429, "rate limit"); `retryAfterMs` where it says how much.
 * - `unreachable`: no answer, none in time, or none that can be read.
 */
export class RpcError extends Error {
  readonly kind: 'refused' | 'busy' | 'unreachable';
  readonly retryAfterMs: number | null;
  /** The code of the node's own error; null where it gave none. */
  readonly code: number | null;

  constructor(
    kind: RpcError['kind'],
    message: string,
    options: { retryAfterMs?: number | null; code?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'RpcError';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.code = options.code ?? null;
  }
}

/** A node refuses a question about so many blocks: it is to be asked about fewer, not passed over. */
export class RangeRefused extends Error {}
