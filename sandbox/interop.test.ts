import { readFile } from 'node:fs/promises';
import { decodePaymentRequiredHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wrapFetchWithPayment } from 'x402-fetch';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { SOLANA_PAY_TO } from './chain/solana-chain.ts';
import { testAccount } from './chain/test-accounts.ts';
import { answered, get } from './testing/calls.ts';
import { CASES, INTEROP, type Case, type Cell, type Row } from './testing/interop-table.ts';
import { BASE_WALLET, realClient, solanaWallet, type RealClient } from './testing/real-clients.ts';

const ORDER = '/get-card?amount=10';
const TEN = 10_000_000n;
/**
 * A time limit far longer than that of our own signatures:
 * the agents' clients sign for as long as the server allows.
 */
const FOUR_DAYS_SEC = 345_600;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(async () => {
  await sandbox.reset();
  // x402-fetch writes nothing of its own into a Solana
  // transaction: on one blockhash two equal payments are one.
  sandbox.solana?.advanceBlocks(1);
});
afterAll(() => sandbox.close());

const paidTo = async (network: Row['network']): Promise<bigint> =>
  network === 'Base'
    ? sandbox.chain.usdcBalanceOf(PAY_TO)
    : ((await sandbox.solana?.usdcBalanceOf(SOLANA_PAY_TO)) ?? 0n);
const empty = async (network: Row['network']): Promise<void> =>
  network === 'Base'
    ? sandbox.chain.fund(BASE_WALLET, 0n)
    : sandbox.solana?.fund((await solanaWallet()).address, 0n);

/** The outcome of one call of the client, and of what follows it. */
interface Came {
  status: number | null;
  words: string;
  moved: bigint;
  payments: number;
}

/** The status, and the reason from the place where this version of x402 writes it. */
async function read(response: Response): Promise<Pick<Came, 'status' | 'words'>> {
  const { status, headers, body } = await answered(response);
  const required = headers.get('payment-required');
  const { error } = required === null ? { error: '' } : decodePaymentRequiredHeader(required);
  return { status, words: `${JSON.stringify(body)} ${error ?? ''}` };
}

const PREPARED: Record<Case, (row: Row) => Promise<void> | void> = {
  paid: () => {},
  'paid, four days named': () => void (sandbox.switches.maxTimeoutSeconds = FOUR_DAYS_SEC),
  refused: () => void sandbox.faults.add({ route: 'get-card', kind: 'settlement-failure' }),
  'too little USDC': ({ network }) => empty(network),
  capped: () => {},
  replayed: () => {},
};

async function play(row: Row, what: Case): Promise<Came> {
  sandbox.switches.x402Version = row.version;
  await PREPARED[what](row);
  const client = await realClient(row.client, row.network, {
    sandbox,
    maxAtomic: what === 'capped' ? TEN - 1n : TEN,
  });
  const before = await paidTo(row.network);
  const came = await attempt(client, what);
  return { ...came, moved: (await paidTo(row.network)) - before, payments: client.sent.length };
}

async function attempt(client: RealClient, what: Case): Promise<Pick<Came, 'status' | 'words'>> {
  try {
    const first = await read(await client.fetch(`${sandbox.url}${ORDER}`));
    if (what !== 'replayed') return first;
    expect(first.status).toBe(200);
    return await read(await fetch(`${sandbox.url}${ORDER}`, { headers: client.sent[0] ?? {} }));
  } catch (error) {
    return { status: null, words: String(error) };
  }
}

describe.each(INTEROP)('$client, x402 version $version, $network', ({ cells, ...row }) => {
  test.each(CASES.map((name) => [name, cells[name]] as const))('%s', async (name, cell: Cell) => {
    const { status, words, moved, payments } = await play(row, name);
    expect({ status, moved, payments }, words).toEqual({
      status: cell.status,
      moved: cell.charged ? TEN : 0n,
      payments: cell.payments,
    });
    expect(words).toMatch(cell.says);
  });
});

test('x402-fetch does not read the terms of version 2 either where a server writes them into the body', async () => {
  const { headers } = await get(sandbox, ORDER);
  const terms = decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
  const { accepts } = terms;
  const inBody = {
    ...terms,
    accepts: accepts.map((offer) => ({ ...offer, maxAmountRequired: offer.amount })),
  };
  const answers = () => Promise.resolve(Response.json(inBody, { status: 402 }));
  await expect(wrapFetchWithPayment(answers, testAccount(1), TEN)(sandbox.url)).rejects.toThrow(
    /Invalid enum value.*eip155:8453/s,
  );
});

test('the README shows this table', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
  const lines = readme.split('\n').map((line) => line.replace(/\s*\|\s*/g, '|'));
  for (const { client, version, network, cells } of INTEROP) {
    const line = ['', client, version, network, ...CASES.map((name) => cells[name].word), ''].join('|');
    expect(lines).toContain(line);
  }
});
