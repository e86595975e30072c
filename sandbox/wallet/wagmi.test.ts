// @vitest-environment jsdom
import { recoverTypedDataAddress } from 'viem';
import { expect, it } from 'vitest';
import { createConfig, http } from 'wagmi';
import { connect, disconnect, getConnection, signTypedData, switchChain } from 'wagmi/actions';
import { base, mainnet } from 'wagmi/chains';
import { announceWallet } from './announce.ts';
import { createSandboxWallet } from './sandbox-wallet.ts';
import { walletAccounts } from './wallet-accounts.ts';

const typedData = {
  domain: { name: 'USD Coin', version: '2', chainId: 8453 },
  types: { Payment: [{ name: 'value', type: 'uint256' }] },
  primaryType: 'Payment',
  message: { value: 50_000_000n },
} as const;

it('is found by wagmi through EIP-6963, connects, switches to Base, signs and disconnects', async () => {
  const accounts = walletAccounts();
  const { provider, controls } = createSandboxWallet({
    privateKeys: accounts.map((account) => account.privateKey),
    rpcUrl: 'http://127.0.0.1:1',
    chainId: 8453,
  });
  announceWallet(window, provider);
  const config = createConfig({
    chains: [base, mainnet],
    transports: { [base.id]: http('http://127.0.0.1:1'), [mainnet.id]: http('http://127.0.0.1:1') },
    storage: null,
  });
  const connector = config.connectors.at(0);
  expect(connector?.name).toBe('Sandbox wallet');
  if (!connector) return;

  controls.setChain(1);
  await connect(config, { connector });
  expect(getConnection(config)).toMatchObject({ address: accounts[0]?.address, chainId: 1 });
  await switchChain(config, { chainId: base.id });
  controls.useAccount(1);
  expect(getConnection(config)).toMatchObject({ address: accounts[1]?.address, chainId: base.id });

  const signature = await signTypedData(config, typedData);
  expect(await recoverTypedDataAddress({ ...typedData, signature })).toBe(accounts[1]?.address);
  controls.rejectNext();
  await expect(signTypedData(config, typedData)).rejects.toMatchObject({
    name: 'UserRejectedRequestError',
    code: 4001,
  });

  await disconnect(config);
  expect(getConnection(config).status).toBe('disconnected');
});
