import { createClient, fallback, http } from 'viem';
import { getBlock, getCode, readContract } from 'viem/actions';
import type { NetworkConfig } from '#config/config-schema.ts';
import { PaymentError } from '../payment-error.ts';
import { baseChain, rpcUrls } from './wagmi-config.ts';

/** Reads from the chain by the operator's RPC. Each throws PaymentError `no-rpc` or `rpc`; none of them spends or signs. */
export interface ChainReader {
  /** Atomic USDC; at a block where one is given. */
  readUsdcBalance(address: string, atBlock?: bigint): Promise<bigint>;
  /** Chain time: the only clock a payment's expiry is measured by. */
  readNewestBlock(): Promise<{ timestampSec: number; number: bigint }>;
  /** true for smart-contract wallets and delegated accounts, whose signatures USDC or the server may refuse (lessons.md 14). */
  hasCode(address: string, atBlock?: bigint): Promise<boolean>;
}

const balanceOf = [
  {
    type: 'function',
    name: 'balanceOf',
    stateMutability: 'view',
    inputs: [{ name: 'account', type: 'address' }],
    outputs: [{ name: '', type: 'uint256' }],
  },
] as const;

export function createChainReader(network: NetworkConfig): ChainReader {
  const urls = rpcUrls(network);
  if (urls.length === 0)
    throw new PaymentError(
      'no-rpc',
      `This page cannot read the chain: the operator has to set networks[${network.id}].rpcUrl in its configuration. Nothing was paid.`,
    );
  const client = createClient({
    chain: baseChain(network),
    transport: fallback(urls.map((url) => http(url, { timeout: 10_000, retryCount: 1 }))),
  });
  return {
    readUsdcBalance: (address, blockNumber) =>
      asked(triesAt(blockNumber), () =>
        readContract(client, {
          address: hex(network.usdc),
          abi: balanceOf,
          functionName: 'balanceOf',
          args: [hex(address)],
          ...(blockNumber !== undefined && { blockNumber }),
        }),
      ),
    readNewestBlock: () =>
      asked(1, async () => {
        const block = await getBlock(client, { blockTag: 'latest' });
        return { timestampSec: Number(block.timestamp), number: block.number };
      }),
    hasCode: (address, blockNumber) =>
      asked(triesAt(blockNumber), async () => {
        const at = blockNumber === undefined ? {} : { blockNumber };
        const code = await getCode(client, { address: hex(address), ...at });
        return code !== undefined && code !== '0x';
      }),
  };
}

/** Machines behind one address are a block or two apart: one that does not have the block yet has it a moment later. */
const TRIES = 3;
const APART_MS = 700;
const triesAt = (blockNumber: bigint | undefined): number => (blockNumber === undefined ? 1 : TRIES);

async function asked<T>(tries: number, read: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await read();
    } catch (cause) {
      if (left === 0) throw unread(cause);
      await new Promise((done) => setTimeout(done, APART_MS));
    }
  }
}

const unread = (cause: unknown): PaymentError =>
  new PaymentError(
    'rpc',
    'The chain could not be read, so this payment cannot be checked. Nothing was paid. Try again in a moment.',
    { cause },
  );

const hex = (address: string): `0x${string}` => `0x${address.replace(/^0x/i, '')}`;
