/** For tests: an injected wallet with a local key, whose answers can be changed. */
import { privateKeyToAccount } from 'viem/accounts';
import type { Eip1193Provider } from '../../evm/eip1193.ts';

/** The second account of the public test mnemonic. */
export const ACCOUNT = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
);

type Answers = Record<string, (params: unknown) => unknown>;

export interface FakeWallet extends Eip1193Provider {
  readonly calls: { method: string; params: unknown }[];
  on(event: string, listener: (value: unknown) => void): void;
  removeListener(event: string, listener: (value: unknown) => void): void;
  /** What the wallet tells the page. */
  emit(event: string, value: unknown): void;
  readonly listeners: ReadonlyMap<string, ReadonlySet<(value: unknown) => void>>;
}

export function fakeWallet(answers: Answers = {}): FakeWallet {
  const calls: FakeWallet['calls'] = [];
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const known: Answers = {
    eth_chainId: () => '0x2105',
    eth_accounts: () => [ACCOUNT.address],
    eth_requestAccounts: () => [ACCOUNT.address],
    eth_signTypedData_v4: (params) => {
      const [, json] = Array.isArray(params) ? params : [];
      return ACCOUNT.signTypedData(JSON.parse(String(json)));
    },
    ...answers,
  };
  return {
    calls,
    request: async ({ method, params }) => {
      calls.push({ method, params });
      const answer = known[method];
      if (!answer) throw walletFailure(4200, `unsupported ${method}`);
      return answer(params);
    },
    on: (event, listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener: (event, listener) => void listeners.get(event)?.delete(listener),
    emit: (event, value) => [...(listeners.get(event) ?? [])].forEach((listener) => listener(value)),
    listeners,
  };
}

export const walletFailure = (code: number, message = 'wallet') =>
  Object.assign(new Error(message), { code });
