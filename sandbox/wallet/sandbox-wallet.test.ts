import { createServer } from 'node:http';
import { recoverMessageAddress, recoverTypedDataAddress } from 'viem';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandboxWallet, type SandboxWallet } from './sandbox-wallet.ts';
import { walletAccounts } from './wallet-accounts.ts';

const accounts = walletAccounts();
const [first, second] = accounts.map((account) => account.address);
const typedData = {
  domain: {
    name: 'USD Coin',
    version: '2',
    chainId: 8453,
    verifyingContract: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
  },
  types: {
    EIP712Domain: [
      { name: 'name', type: 'string' },
      { name: 'version', type: 'string' },
      { name: 'chainId', type: 'uint256' },
      { name: 'verifyingContract', type: 'address' },
    ],
    Payment: [
      { name: 'to', type: 'address' },
      { name: 'value', type: 'uint256' },
    ],
  },
  primaryType: 'Payment',
  message: { to: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37', value: '50000000' },
} as const;
const asJson = JSON.stringify(typedData);

let wallet: SandboxWallet;
const ask = (method: string, ...params: unknown[]) => wallet.provider.request({ method, params });
const rpcUrl = 'http://127.0.0.1:1';

beforeEach(() => {
  wallet = createSandboxWallet({
    privateKeys: accounts.map((account) => account.privateKey),
    rpcUrl,
    chainId: 8453,
  });
});

describe('connecting', () => {
  it('shows no account before the page has asked for one', async () => {
    expect(await ask('eth_accounts')).toEqual([]);
    expect(await ask('eth_requestAccounts')).toEqual([first]);
    expect(await ask('eth_accounts')).toEqual([first]);
  });

  it('forgets the page when its permission is revoked', async () => {
    await ask('wallet_requestPermissions', { eth_accounts: {} });
    expect(await ask('eth_accounts')).toEqual([first]);
    await ask('wallet_revokePermissions', { eth_accounts: {} });
    expect(await ask('eth_accounts')).toEqual([]);
  });

  it('notifies the page of another account, another chain and a lock', async () => {
    const heard: unknown[] = [];
    wallet.provider.on('accountsChanged', (value) => heard.push(value));
    wallet.provider.on('chainChanged', (value) => heard.push(value));
    await ask('eth_requestAccounts');
    wallet.controls.useAccount(1);
    wallet.controls.setChain(1);
    wallet.controls.lock();
    expect(heard).toEqual([[second], '0x1', []]);
    await expect(ask('eth_signTypedData_v4', second, asJson)).rejects.toMatchObject({ code: 4100 });
  });
});

describe('signing', () => {
  it('signs typed data so that it recovers to its address', async () => {
    await ask('eth_requestAccounts');
    const signature = String(await ask('eth_signTypedData_v4', first, asJson));
    const types: Record<string, unknown> = typedData.types;
    const recovered = await recoverTypedDataAddress({
      ...typedData,
      types,
      signature: `0x${signature.slice(2)}`,
    });
    expect(recovered).toBe(first);
  });

  it('signs a message given as hex bytes', async () => {
    await ask('eth_requestAccounts');
    const signature = String(await ask('personal_sign', '0x68656c6c6f', first));
    expect(await recoverMessageAddress({ message: 'hello', signature: `0x${signature.slice(2)}` })).toBe(
      first,
    );
  });

  it('refuses once with 4001 when a test asks for it', async () => {
    await ask('eth_requestAccounts');
    wallet.controls.rejectNext();
    await expect(ask('eth_signTypedData_v4', first, asJson)).rejects.toMatchObject({ code: 4001 });
    await expect(ask('eth_signTypedData_v4', first, asJson)).resolves.toMatch(/^0x[0-9a-f]{130}$/);
  });

  it('does not sign for an address that the page was not given', async () => {
    await expect(ask('eth_signTypedData_v4', first, asJson)).rejects.toMatchObject({ code: 4100 });
    await ask('eth_requestAccounts');
    await expect(ask('eth_signTypedData_v4', second, asJson)).rejects.toMatchObject({ code: 4100 });
  });

  it('refuses typed data of another chain', async () => {
    await ask('eth_requestAccounts');
    wallet.controls.setChain(1);
    await expect(ask('eth_signTypedData_v4', first, asJson)).rejects.toThrow('must match the active chainId');
  });

  it('waits while its owner thinks, and notices an account changed meanwhile', async () => {
    await ask('eth_requestAccounts');
    let decide: (() => void) | undefined;
    wallet.controls.delayNext(
      new Promise<void>((resolve) => {
        decide = resolve;
      }),
    );
    const asked = ask('eth_signTypedData_v4', first, asJson);
    wallet.controls.useAccount(1);
    decide?.();
    await expect(asked).rejects.toMatchObject({ code: 4100 });
  });

  it('records every request', async () => {
    await ask('eth_requestAccounts');
    await ask('personal_sign', 'hello', first);
    expect(wallet.controls.calls).toEqual([
      { method: 'eth_requestAccounts', params: [] },
      { method: 'personal_sign', params: ['hello', first] },
    ]);
  });
});

describe('the chain', () => {
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach((close) => close()));

  it('switches to Base, and says 4902 for a chain it does not know', async () => {
    wallet.controls.setChain(1);
    await ask('wallet_switchEthereumChain', { chainId: '0x2105' });
    expect(await ask('eth_chainId')).toBe('0x2105');
    await expect(ask('wallet_switchEthereumChain', { chainId: '0x5' })).rejects.toMatchObject({ code: 4902 });
    wallet.controls.forgetChain(8453);
    await expect(ask('wallet_switchEthereumChain', { chainId: '0x2105' })).rejects.toMatchObject({
      code: 4902,
    });
    await expect(ask('wallet_addEthereumChain', { chainId: '0x2105' })).rejects.toMatchObject({ code: 4200 });
    await expect(ask('wallet_switchEthereumChain', {})).rejects.toMatchObject({ code: -32602 });
  });

  it('passes reads to the node and gives its errors back', async () => {
    const node = createServer((request, response) => {
      request
        .resume()
        .on('end', () => response.end('{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"reverted"}}'));
    });
    await new Promise<void>((done) => node.listen(0, '127.0.0.1', done));
    closers.push(() => node.close());
    const address = node.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    wallet = createSandboxWallet({
      privateKeys: accounts.map((account) => account.privateKey),
      rpcUrl: `http://127.0.0.1:${port}`,
      chainId: 8453,
    });
    await expect(ask('eth_call', {})).rejects.toMatchObject({ code: 3, message: 'reverted' });
  });

  it('never sends a transaction', async () => {
    await ask('eth_requestAccounts');
    await expect(ask('eth_sendTransaction', {})).rejects.toMatchObject({ code: 4200 });
  });
});
