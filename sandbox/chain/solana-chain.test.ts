import {
  address,
  createSolanaRpc,
  getBase64Encoder,
  getCompiledTransactionMessageDecoder,
  getTransactionDecoder,
  signature as asSignature,
  type Base64EncodedWireTransaction,
} from '@solana/kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { solanaPayingClient } from '../testing/solana-paying-client.ts';
import { SOLANA_PAY_TO, SOLANA_USDC, type SolanaChain } from './solana-chain.ts';

const MEMO = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
/** A transfer becomes final 32 blocks after the chain mined it. */
const UNTIL_FINAL = 33;

let sandbox: Sandbox;
let solana: SolanaChain;
let rpc: ReturnType<typeof createSolanaRpc>;
let client: Awaited<ReturnType<typeof solanaPayingClient>>;

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
  if (!sandbox.solana) throw new Error('The sandbox has no Solana.');
  solana = sandbox.solana;
  rpc = createSolanaRpc(solana.rpcUrl);
  client = await solanaPayingClient(sandbox, 1);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** All that a page knows when it got no answer: its own payload. */
async function pay(): Promise<{
  wire: Base64EncodedWireTransaction;
  nonce: string;
  messageBytes: Uint8Array;
}> {
  const url = `${sandbox.url}/get-card?amount=5`;
  const headers = await client.sign(url);
  const { payload } = JSON.parse(Buffer.from(headers['PAYMENT-SIGNATURE'] ?? '', 'base64').toString());
  expect((await fetch(url, { headers })).status).toBe(200);
  const wire: Base64EncodedWireTransaction = payload.transaction;
  const { messageBytes } = getTransactionDecoder().decode(getBase64Encoder().encode(wire));
  const { instructions, staticAccounts } = getCompiledTransactionMessageDecoder().decode(messageBytes);
  const memo = instructions.find((one) => staticAccounts[one.programAddressIndex] === MEMO);
  return {
    wire,
    nonce: new TextDecoder().decode(memo?.data),
    messageBytes: new Uint8Array(messageBytes),
  };
}
const raw = async (body: unknown): Promise<unknown> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return (await fetch(solana.rpcUrl, init)).json();
};
const payerAccount = () => solana.usdcAccountOf(client.address);

test('a payment whose answer was lost is found by the memo in its payer’s account, and is the very same transaction', async () => {
  const { nonce, messageBytes } = await pay();
  const found = await rpc.getSignaturesForAddress(await payerAccount(), { limit: 20 }).send();
  const hit = found.find(({ memo }) => memo?.includes(nonce));
  expect(hit).toMatchObject({
    err: null,
    confirmationStatus: 'confirmed',
    memo: `[${nonce.length}] ${nonce}`,
  });
  const answer = await rpc
    .getTransaction(hit?.signature ?? asSignature(''), {
      encoding: 'base64',
      maxSupportedTransactionVersion: 0,
    })
    .send();
  const [wire = ''] = answer?.transaction ?? [];
  const onChain = getTransactionDecoder().decode(getBase64Encoder().encode(wire));
  expect(new Uint8Array(onChain.messageBytes)).toEqual(messageBytes);
});

test('jsonParsed shows the transfer in words, with balances before and after', async () => {
  await pay();
  const [newest] = await rpc.getSignaturesForAddress(await payerAccount(), { limit: 1 }).send();
  const found = await rpc
    .getTransaction(newest?.signature ?? asSignature(''), {
      encoding: 'jsonParsed',
      maxSupportedTransactionVersion: 0,
    })
    .send();
  expect(found?.transaction.message.instructions[2]).toMatchObject({
    program: 'spl-token',
    parsed: {
      type: 'transferChecked',
      info: {
        authority: client.address,
        mint: SOLANA_USDC,
        destination: await solana.usdcAccountOf(SOLANA_PAY_TO),
        tokenAmount: { amount: '5000000', uiAmountString: '5' },
      },
    },
  });
  const after = found?.meta?.postTokenBalances?.find(({ owner }) => owner === SOLANA_PAY_TO);
  expect(after?.uiTokenAmount.amount).toBe('5000000');
});

test('a read of final state does not see what is not final yet', async () => {
  await pay();
  const list = async (commitment: 'confirmed' | 'finalized') =>
    rpc.getSignaturesForAddress(await payerAccount(), { commitment, limit: 1 }).send();
  const [newest] = await list('confirmed');
  expect(newest?.confirmationStatus).toBe('confirmed');
  expect((await list('finalized'))[0]?.signature).not.toBe(newest?.signature);
  solana.advanceBlocks(UNTIL_FINAL);
  expect(await list('finalized')).toMatchObject([
    { signature: newest?.signature, confirmationStatus: 'finalized' },
  ]);
  const { value } = await rpc.getSignatureStatuses([newest?.signature ?? asSignature('')]).send();
  expect(value[0]).toMatchObject({ confirmationStatus: 'finalized', confirmations: null, err: null });
});

test('a blockhash is good for 150 blocks, and block heights are not slots', async () => {
  const { value: latest } = await rpc.getLatestBlockhash().send();
  const height = await rpc.getBlockHeight().send();
  expect(latest.lastValidBlockHeight - height).toBe(150n);
  expect(await rpc.getSlot().send()).not.toBe(height);
  const isValid = async () => (await rpc.isBlockhashValid(latest.blockhash).send()).value;
  expect(await isValid()).toBe(true);
  solana.advanceBlocks(151);
  expect(await isValid()).toBe(false);
  expect((await rpc.getBlockHeight().send()) > latest.lastValidBlockHeight).toBe(true);
  const behind =
    (await rpc.getBlockHeight().send()) - (await rpc.getBlockHeight({ commitment: 'finalized' }).send());
  // A block may come between the two answers.
  expect([32n, 31n]).toContain(behind);
});

test('a node refuses to answer at a slot that it has not reached, and says slot and height in one answer', async () => {
  const finalized = { commitment: 'finalized' } as const;
  const { absoluteSlot, blockHeight } = await rpc.getEpochInfo(finalized).send();
  expect([absoluteSlot > blockHeight, await rpc.getSlot(finalized).send()]).toEqual([true, absoluteSlot]);
  const at = (minContextSlot: bigint) => ({ ...finalized, minContextSlot });
  await payerAccount().then((account) =>
    expect(rpc.getSignaturesForAddress(account, at(absoluteSlot)).send()).resolves.toBeDefined(),
  );
  const ahead = at(absoluteSlot + 1_000n);
  await expect(rpc.getEpochInfo(ahead).send()).rejects.toThrow(/[Mm]inimum context slot/);
  await expect(rpc.getSignaturesForAddress(await payerAccount(), ahead).send()).rejects.toThrow(
    /[Mm]inimum context slot/,
  );
});

test('a node without its history lists an account as if nothing had happened to it, and says which block it starts at', async () => {
  await pay();
  const account = await solana.usdcAccountOf(client.address);
  const listed = async () =>
    (await rpc.getSignaturesForAddress(account, { commitment: 'confirmed' }).send()).length;
  expect(await rpc.getFirstAvailableBlock().send()).toBe(0n);
  expect(await listed()).toBeGreaterThan(0);
  const height = await rpc.getBlockHeight({ commitment: 'confirmed' }).send();
  solana.dropHistory();
  solana.advanceBlocks(40);
  expect(await listed()).toBe(0);
  const first = await rpc.getFirstAvailableBlock().send();
  const options = { transactionDetails: 'none', rewards: false, maxSupportedTransactionVersion: 0 } as const;
  expect((await rpc.getBlock(first, options).send())?.blockHeight).toBeGreaterThan(height);
  await expect(rpc.getBlock(first - 1n, options).send()).rejects.toThrow(/cleaned up/);
});

test('the newest block’s time is near the clock’s, until a test moves it', async () => {
  const age = async (): Promise<number> =>
    Date.now() / 1_000 - Number(await rpc.getBlockTime(await rpc.getSlot().send()).send());
  expect(Math.abs(await age())).toBeLessThan(3);
  solana.advance(600);
  expect(await age()).toBeLessThan(-590);
  solana.reset();
  expect(Math.abs(await age())).toBeLessThan(3);
});

test('balances and accounts are those of the real mint; an owner without an account has none', async () => {
  const account = await payerAccount();
  const { value } = await rpc.getTokenAccountBalance(account).send();
  expect(value).toEqual({ amount: '5000000000', decimals: 6, uiAmount: 5_000, uiAmountString: '5000' });
  const owned = await rpc
    .getTokenAccountsByOwner(client.address, { mint: SOLANA_USDC }, { encoding: 'jsonParsed' })
    .send();
  expect(owned.value.map(({ pubkey }) => pubkey)).toEqual([account]);
  const mint = await rpc.getAccountInfo(SOLANA_USDC, { encoding: 'base64' }).send();
  expect(mint.value?.space).toBe(82n);
  const nobody = address('BJE5MMbqXjVwjAF7oxwPYXnTXDyspzZyt4vwenNw5ruG');
  expect((await rpc.getAccountInfo(nobody).send()).value).toBeNull();
  await expect(rpc.getTokenAccountBalance(nobody).send()).rejects.toThrow('could not find account');
});

test('an unsigned or forged transaction moves nothing, a used one runs only once', async () => {
  const send = (transaction: string, skipPreflight: boolean) =>
    raw({
      jsonrpc: '2.0',
      id: 7,
      method: 'sendTransaction',
      params: [transaction, { encoding: 'base64', skipPreflight }],
    });
  const fresh = await client.sign(`${sandbox.url}/get-card?amount=5`);
  const { payload } = JSON.parse(Buffer.from(fresh['PAYMENT-SIGNATURE'] ?? '', 'base64').toString());
  // The fee payer's slot is empty in what the wallet signed.
  expect(await send(payload.transaction, false)).toMatchObject({ id: 7, error: { code: -32003 } });
  const forged = Buffer.from(payload.transaction, 'base64');
  forged[1] = 1;
  expect(await send(forged.toString('base64'), false)).toMatchObject({ error: { code: -32003 } });
  // Without preflight a node accepts it, and nothing happens.
  expect(await send(forged.toString('base64'), true)).toHaveProperty('result');
  expect(await solana.usdcBalanceOf(SOLANA_PAY_TO)).toBe(0n);

  const { wire } = await pay();
  const simulated = await rpc.simulateTransaction(wire, { encoding: 'base64', sigVerify: false }).send();
  expect(simulated.value.err).toBe('AlreadyProcessed');
});

test('a page may call the node, errors are JSON-RPC’s, and answers of a batch come in order', async () => {
  const preflight = await fetch(solana.rpcUrl, {
    method: 'OPTIONS',
    headers: { origin: 'http://127.0.0.1:4022', 'access-control-request-headers': 'content-type' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  const calls = [
    { jsonrpc: '2.0', id: 1, method: 'getHealth' },
    { jsonrpc: '2.0', id: 2, method: 'getMoon', params: [] },
    { jsonrpc: '2.0', id: 3, method: 'getBalance', params: ['not an address'] },
    { jsonrpc: '2.0', id: 4, method: 'getTransaction', params: ['x'] },
  ];
  expect(await raw(calls)).toMatchObject([
    { id: 1, result: 'ok' },
    { id: 2, error: { code: -32601 } },
    { id: 3, error: { code: -32602 } },
    { id: 4, result: null },
  ]);
});
