import { expect, test } from 'vitest';
import { walletError as evmError } from '../evm/wallet-error.ts';
import { walletError as solanaError } from '../solana/wallet-error.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const named = (name: string, message: string, more: object = {}) =>
  Object.defineProperty(error(message, more), 'name', { value: name });
/** Whose properties cannot be read. */
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no');
    },
  },
);

test.each<[string, unknown]>([
  ['4001', error('wallet', { code: 4001 })],
  ['4001 as text', { code: '4001' }],
  ['4001 without words', { code: 4001 }],
  ['MetaMask mobile', { code: -32603, data: { originalError: { code: 4001 } } }],
  ['an internal error around it', error('Internal JSON-RPC error.', { code: -32603, cause: { code: 4001 } })],
  ['ethers', { code: 'ACTION_REJECTED', reason: 'rejected' }],
  ['ethers around the wallet’s', { code: 'ACTION_REJECTED', info: { error: { code: 4001 } } }],
  ['-32000 with words', { code: -32000, message: 'User denied transaction signature.' }],
  [
    '-32603 with words',
    { code: -32603, message: 'MetaMask Message Signature: User denied message signature.' },
  ],
  ['WalletConnect', { code: 5000, message: 'User rejected.' }],
  ['British spelling', error('User cancelled')],
  ['American spelling', error('Request canceled')],
  ['a Ledger', error('Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)')],
  ['a text alone', 'User rejected the request'],
  ['one word', error('cancelled')],
  [
    'an error in an error',
    named('WalletSignTransactionError', 'Unexpected error', { error: { code: 4001 } }),
  ],
  ['Solana’s adapter', named('WalletSignTransactionError', 'User rejected the request.')],
  ['Solana’s adapter, message', named('WalletSignMessageError', 'The user rejected the request.')],
  ['Solana’s adapter, connecting', named('WalletConnectionError', 'User rejected the request.')],
  ['Backpack', named('WalletSignTransactionError', 'Approval Denied')],
])('F18: "no" as %s is "You declined", on Base and on Solana', (_what, cause) => {
  for (const walletError of [evmError, solanaError])
    expect(walletError(cause)).toMatchObject({
      kind: 'wallet-rejected',
      message: 'You declined in the wallet. Nothing was paid.',
    });
});

test.each<[string, unknown, string]>([
  ['an internal error', { code: -32603, message: 'Internal JSON-RPC error.' }, 'wallet'],
  ['a smart wallet’s failure', error('user operation reverted: rejected in simulation'), 'wallet'],
  ['too little for gas', { code: -32000, message: 'insufficient funds' }, 'wallet'],
  [
    'a request that waits',
    { code: -32002, message: 'Request already pending. Please wait.' },
    'wallet-pending',
  ],
  ['a locked wallet', { code: 4100, message: 'Not authorized by the user.' }, 'wallet-locked'],
  ['nothing', null, 'wallet'],
  ['an object that cannot be read', hostile, 'wallet'],
  ['"no" after a very long text', error(`${'x'.repeat(1_000_000)} user rejected`), 'wallet'],
])('F18: %s is not called "You declined"', (_what, cause, kind) => {
  for (const walletError of [evmError, solanaError]) expect(walletError(cause).kind).toBe(kind);
});

test('F18: an error that wraps itself ends', () => {
  const cause: Record<string, unknown> = { code: -32603 };
  cause['cause'] = cause;
  expect(evmError(cause).kind).toBe('wallet');
});
