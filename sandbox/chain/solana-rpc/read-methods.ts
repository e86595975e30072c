import { isAddress, type Address } from '@solana/kit';
import { readTokenAccount, TOKEN_PROGRAM } from '../spl-token.ts';
import { accountJson, tokenAmount } from './account-json.ts';
import { heightOfSlot, slotOf, type Commitment } from './block-clock.ts';
import type { Ledger } from './ledger.ts';
import { invalidParams } from './rpc-error.ts';

export type RpcMethod = (params: readonly unknown[]) => unknown;

/** Mainnet's genesis hash, because the product expects that chain. */
const GENESIS_HASH = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';

/** A method's configuration object, at any position among its parameters. */
export const optionsIn = (params: readonly unknown[]): Record<string, unknown> => {
  const found = params.find((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  return Object.fromEntries(Object.entries(found ?? {}));
};

/** A node answers with final state by default. */
export function commitmentIn(params: readonly unknown[]): Commitment {
  const { commitment } = optionsIn(params);
  return commitment === 'processed' || commitment === 'confirmed' ? commitment : 'finalized';
}

export function addressIn(value: unknown): Address {
  if (typeof value !== 'string' || !isAddress(value)) throw invalidParams('Invalid param: Invalid');
  return value;
}

/** Blocks and accounts. Balances are always the newest: the runtime keeps no older ones. */
export function readMethods({ svm, clock, ...ledger }: Pick<Ledger, 'svm' | 'clock'> & ReadHelpers) {
  const context = (params: readonly unknown[]) => ({
    slot: Number(slotOf(clock.height(commitmentIn(params)))),
    apiVersion: '2.3.0',
  });
  const slot = (params: readonly unknown[]): number => context(params).slot;

  const methods: Record<string, RpcMethod> = {
    getHealth: () => 'ok',
    getVersion: () => ({ 'solana-core': '2.3.0', 'feature-set': 0 }),
    getGenesisHash: () => GENESIS_HASH,
    getSlot: slot,
    getBlockHeight: (params) => Number(clock.height(commitmentIn(params))),
    getEpochInfo: (params) => {
      const blockHeight = clock.height(commitmentIn(params));
      const absoluteSlot = slot(params);
      const slotsInEpoch = 432_000;
      const epoch = Math.floor(absoluteSlot / slotsInEpoch);
      return {
        absoluteSlot,
        blockHeight: Number(blockHeight),
        epoch,
        slotIndex: absoluteSlot % slotsInEpoch,
        slotsInEpoch,
      };
    },
    getBlockTime: ([wanted]) => {
      if (typeof wanted !== 'number') throw invalidParams('Invalid params: expected a slot');
      const behind = clock.height('processed') - heightOfSlot(BigInt(wanted));
      return behind < 0n ? null : Math.floor(clock.now() / 1_000 - Number(behind) * 0.4);
    },
    getLatestBlockhash: (params) => {
      const { blockhash, lastValidHeight } = clock.latest(commitmentIn(params));
      return {
        context: context(params),
        value: { blockhash, lastValidBlockHeight: Number(lastValidHeight) },
      };
    },
    isBlockhashValid: (params) => ({
      context: context(params),
      value: ledger.isFresh(String(params[0]), clock.height(commitmentIn(params))),
    }),
    getFeeForMessage: (params) => ({ context: context(params), value: 10_000 }),
    getMinimumBalanceForRentExemption: ([bytes]) => Number(svm.rentExemption(Number(bytes))),
    getAccountInfo: (params) => ({
      context: context(params),
      value: accountJson(svm.account(addressIn(params[0])), optionsIn(params)['encoding']),
    }),
    getMultipleAccounts: (params) => ({
      context: context(params),
      value: listIn(params[0]).map((at) =>
        accountJson(svm.account(addressIn(at)), optionsIn(params)['encoding']),
      ),
    }),
    getBalance: (params) => ({
      context: context(params),
      value: Number(svm.account(addressIn(params[0]))?.lamports ?? 0n),
    }),
    getTokenAccountBalance: (params) => {
      const account = svm.account(addressIn(params[0]));
      if (!account) throw invalidParams('Invalid param: could not find account');
      const token = account.owner === TOKEN_PROGRAM ? readTokenAccount(account.data) : null;
      if (!token) throw invalidParams('Invalid param: not a Token account');
      return { context: context(params), value: tokenAmount(token.amount) };
    },
    getTokenAccountsByOwner: (params) => {
      const [owner, filter] = params;
      const mint = typeof filter === 'object' && filter !== null && 'mint' in filter ? filter.mint : null;
      const encoding = Object(params[2])['encoding'];
      const value = svm.accountsOf(TOKEN_PROGRAM).flatMap(({ at, account }) => {
        const token = readTokenAccount(account.data);
        const wanted = token?.owner === owner && (mint === null || token?.mint === mint);
        return wanted ? [{ pubkey: at, account: accountJson(account, encoding) }] : [];
      });
      return { context: context(params), value };
    },
  };
  return methods;
}

interface ReadHelpers {
  isFresh(blockhash: string, height: bigint): boolean;
}

export function listIn(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidParams('Invalid params: expected a list');
  return value;
}
