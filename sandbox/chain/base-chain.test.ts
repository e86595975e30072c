import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { domainSeparator, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { startBaseChain, USDC } from './base-chain.ts';
import { testAccount } from './test-accounts.ts';

test('the token at USDC’s address has USDC’s domain, decimals and nonces', async () => {
  const chain = await startBaseChain();
  try {
    const abi = parseAbi([
      'function DOMAIN_SEPARATOR() view returns (bytes32)',
      'function decimals() view returns (uint8)',
      'function version() view returns (string)',
    ]);
    const read = (functionName: 'DOMAIN_SEPARATOR' | 'decimals' | 'version') =>
      chain.publicClient.readContract({ address: USDC, abi, functionName });
    const domain = { name: 'USD Coin', version: '2', chainId: 8453, verifyingContract: USDC };
    expect(await read('DOMAIN_SEPARATOR')).toBe(domainSeparator({ domain }));
    expect(await read('decimals')).toBe(6);
    expect(await read('version')).toBe('2');
    const someone = testAccount(3).address;
    await chain.fund(someone, 123_456n);
    expect(await chain.usdcBalanceOf(someone)).toBe(123_456n);
    expect(await chain.authorizationUsed(someone, `0x${'11'.repeat(32)}`)).toBe(false);

    const age = async (): Promise<number> =>
      Date.now() / 1_000 - Number((await chain.publicClient.getBlock()).timestamp);
    expect(Math.abs(await age())).toBeLessThan(5);
    await chain.advance(600);
    expect(await age()).toBeLessThan(-590);
  } finally {
    await chain.stop();
  }
});

test('a process that crashes takes its chain with it', async () => {
  const module = fileURLToPath(new URL('./base-chain.ts', import.meta.url));
  const script = `
    const { startBaseChain } = await import(${JSON.stringify(module)});
    const chain = await startBaseChain();
    console.log(chain.rpcUrl);
    throw new Error('crash');
  `;
  const args = ['--input-type=module', '-e', script];
  const failure: unknown = await promisify(execFile)(process.execPath, args).catch((error: unknown) => error);
  const rpcUrl = String(Object(failure).stdout).trim();
  expect(rpcUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await expect
    .poll(
      () =>
        fetch(rpcUrl).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 5_000 },
    )
    .toBe('gone');
});
