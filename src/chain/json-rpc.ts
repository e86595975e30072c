import { eitherSignal } from '#domain/either-signal.ts';
import { RpcError } from './rpc-error.ts';

export type RpcFetch = (url: string, init: RequestInit) => Promise<Response>;
export type Rpc = (method: string, params: readonly unknown[]) => Promise<unknown>;

const TIMEOUT_MS = 10_000;
/**
 * Codes and words of public providers for "you ask too often"; everything else that a node answers with an
 * error is a refusal.
 */
const BUSY_CODES = new Set([429, -32_029, -32_097]);
const BUSY_WORDS = /rate.?limit|too many requests|request count exceeded|capacity|throttl/i;

/**
 * Plain JSON-RPC 2.0 over `fetch`, for pages that never load wallet code. Each call rejects on anything but a
 * result: with RpcError, or with the reason of `signal` once that is aborted.
 */
export function jsonRpc(url: string, send: RpcFetch = globalThis.fetch, signal?: AbortSignal): Rpc {
  return async (method, params) => {
    const either = eitherSignal(AbortSignal.timeout(TIMEOUT_MS), signal);
    try {
      const response = await answered(method, signal, () => send(url, call(method, params, either.signal)));
      if (response.status === 429)
        throw new RpcError('busy', `${method}: asked too often`, { retryAfterMs: retryAfterMs(response) });
      const body: unknown = await answered(method, signal, () => response.json());
      const { error, result } = membersOf(body);
      if (error !== undefined && error !== null) throw refusal(method, error);
      if (result === undefined) throw new RpcError('unreachable', `${method} gave no result`);
      return result;
    } finally {
      either.release();
    }
  };
}

const call = (method: string, params: readonly unknown[], signal: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  signal,
});

async function answered<T>(
  method: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RpcError('unreachable', `${method} got no answer`, { cause });
  }
}

function refusal(method: string, error: unknown): RpcError {
  const { code, message } = membersOf(error);
  const busy =
    (typeof code === 'number' && BUSY_CODES.has(code)) ||
    (typeof message === 'string' && BUSY_WORDS.test(message));
  return new RpcError(busy ? 'busy' : 'refused', `${method} was refused`, {
    code: typeof code === 'number' ? code : null,
  });
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 60) * 1_000 : null;
}

/** "0x1f" → 31. Throws when it is no such number. */
export function quantity(value: unknown): number {
  if (typeof value !== 'string' || !/^0x[0-9a-f]{1,13}$/i.test(value))
    throw new RpcError('unreachable', 'not a quantity');
  return Number(value);
}

export const hexQuantity = (value: number): string => `0x${value.toString(16)}`;
