import { expect, test } from 'vitest';
import type { LasoConfig } from './config-schema.ts';
import { transactionUrl, withdrawalUrl } from './explorer.ts';

const SOLANA = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
const HASH = `0x${'0a'.repeat(32)}`;
const network = { rpcUrl: '', usdc: '', payTo: [] };
const config: LasoConfig = {
  apiBaseUrl: 'https://laso.finance',
  identityToolkitUrl: 'https://identity.example',
  firebaseApiKey: '',
  firebaseProjectId: '',
  supportEmail: 'agents+support@laso.finance',
  networks: [
    { ...network, id: 'eip155:8453', explorerUrl: 'https://basescan.org/' },
    { ...network, id: SOLANA, explorerUrl: 'https://solscan.io' },
  ],
  redemptionHosts: [],
  imageHosts: [],
};

test('a transaction is linked at the explorer of its own network', () => {
  expect(transactionUrl(config, 'eip155:8453', HASH)).toBe(`https://basescan.org/tx/${HASH}`);
  const signature = '5'.repeat(88);
  expect(transactionUrl(config, SOLANA, signature)).toBe(`https://solscan.io/tx/${signature}`);
});

test('what a server calls a transaction but is none never becomes part of an address', () => {
  for (const text of [
    null,
    '',
    '0x12',
    `${HASH}/../..`,
    ` ${HASH}`,
    'javascript:alert(1)',
    `${HASH}?a=b`,
    '5'.repeat(88),
    `0x${'zz'.repeat(32)}`,
  ])
    expect(transactionUrl(config, 'eip155:8453', text), String(text)).toBeNull();
  expect(transactionUrl(config, SOLANA, HASH)).toBeNull();
});

test('a network that is not configured has no link', () => {
  expect(transactionUrl(config, 'eip155:1', HASH)).toBeNull();
});

test('a withdrawal is linked by its hash; an address from Laso only leads to the configured explorer', () => {
  const one = (more: object) =>
    withdrawalUrl(config, { network: 'eip155:8453', txHash: null, txUrl: null, ...more });
  expect(one({ txHash: HASH, txUrl: 'https://evil.example/tx/1' })).toBe(`https://basescan.org/tx/${HASH}`);
  expect(one({ network: null, txUrl: 'https://basescan.org/tx/1' })).toBe('https://basescan.org/tx/1');
  for (const txUrl of [
    'https://basescan.org.evil.example/tx/1',
    'https://basescan.org@evil.example/tx/1',
    'https://user@basescan.org/tx/1',
    'http://basescan.org/tx/1',
    'javascript:alert(1)',
    'data:text/html,basescan.org',
    '/tx/1',
    '',
  ])
    expect(one({ txUrl }), txUrl).toBeNull();
});
