import { toEventSelector, toFunctionSelector } from 'viem';
import { expect, test } from 'vitest';
import { testSignal } from '#testing/signal.ts';
import { TRANSFER } from './evm-log.ts';
import { jsonRpc, quantity } from './json-rpc.ts';

const rpcOf = (answer: () => Response | Promise<Response>, signal?: AbortSignal) =>
  jsonRpc('https://a.example', () => Promise.resolve().then(answer), signal);
const error = (code: number, message: string) => () =>
  Response.json({ jsonrpc: '2.0', id: 1, error: { code, message } });

test.each([
  ['a range that is too large', error(-32_614, 'eth_getLogs is limited to a 10,000 range'), 'refused'],
  ['too many logs', error(-32_005, 'query returned more than 10000 results'), 'refused'],
  ['a method it does not have', error(-32_601, 'the method does not exist'), 'refused'],
  [
    'a limit of requests in words',
    error(-32_005, 'daily request count exceeded, request rate limited'),
    'busy',
  ],
  ['a limit of requests by code', error(429, 'slow down'), 'busy'],
  ['429', () => new Response('no', { status: 429 }), 'busy'],
  ['a page instead of JSON', () => new Response('<html>', { status: 502 }), 'unreachable'],
  ['an answer without a result', () => Response.json({ jsonrpc: '2.0', id: 1 }), 'unreachable'],
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
])('%s rejects with the right kind of error', async (_what, answer, kind) => {
  await expect(rpcOf(answer)('eth_getLogs', [])).rejects.toMatchObject({ name: 'RpcError', kind });
});

test('a null result is returned, and a null error does not count as one', async () => {
  expect(await rpcOf(() => Response.json({ error: null, result: null }))('eth_call', [])).toBeNull();
});

test('how long to wait is what the node says, a minute at most', async () => {
  const after = (seconds: string) => () =>
    new Response('', { status: 429, headers: { 'Retry-After': seconds } });
  await expect(rpcOf(after('7'))('m', [])).rejects.toMatchObject({ retryAfterMs: 7_000 });
  await expect(rpcOf(after('86400'))('m', [])).rejects.toMatchObject({ retryAfterMs: 60_000 });
  await expect(rpcOf(after('soon'))('m', [])).rejects.toMatchObject({ retryAfterMs: null });
});

test('an abort is the abort, not a node that does not answer', async () => {
  const controller = new AbortController();
  const calling = rpcOf(() => {
    controller.abort();
    throw new DOMException('aborted', 'AbortError');
  }, controller.signal)('m', []);
  await expect(calling).rejects.toMatchObject({ name: 'AbortError' });
});

test('nothing is left on the signal of a scan that asks a hundred times', async () => {
  const scan = testSignal();
  let meanwhile = 0;
  await rpcOf(() => {
    meanwhile = scan.listeners();
    return Response.json({ result: 1 });
  }, scan.signal)('m', []);
  await expect(rpcOf(error(1, 'no'), scan.signal)('m', [])).rejects.toThrow();
  expect([meanwhile, scan.listeners()]).toEqual([1, 0]);
});

test('quantities are numbers in hexadecimal and nothing else', () => {
  expect(quantity('0x1f')).toBe(31);
  for (const wrong of ['31', '0x', '0xg', 31, null, `0x${'f'.repeat(14)}`])
    expect(() => quantity(wrong)).toThrow();
});

test('topic and selector are those of ERC-20', () => {
  expect(TRANSFER).toBe(toEventSelector('Transfer(address,address,uint256)'));
  expect(toFunctionSelector('balanceOf(address)')).toBe('0x70a08231');
});
