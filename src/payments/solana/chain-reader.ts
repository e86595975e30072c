import * as z from 'zod/mini';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { RpcFetch } from '#chain/json-rpc.ts';
import { askNodes, nodesOf } from './node.ts';
import { TOKEN_PROGRAM } from './programs.ts';
import { tokenAccountOf } from './token-account.ts';
import { bytesOfBase64 } from './wire-message.ts';

/** Reads from Solana by the operator's RPC. Each throws PaymentError `no-rpc` or `rpc`; none of them spends or signs. */
export interface SolanaReader {
  /** Atomic USDC in a wallet's associated token account, the one payments use; null when the wallet has none. */
  readUsdcBalance(owner: string): Promise<bigint | null>;
  /** `timestampSec` is chain time, null when the node does not tell it. */
  readNewestBlock(): Promise<{ timestampSec: number | null; height: number }>;
}

const accountSchema = z.looseObject({
  value: z.nullable(z.looseObject({ owner: z.string(), data: z.tuple([z.string(), z.literal('base64')]) })),
});
/** Where an SPL token account keeps its amount: after mint and owner. */
const AMOUNT_AT = 64;

export function createSolanaReader(network: NetworkConfig, fetch?: RpcFetch): SolanaReader {
  const nodes = nodesOf(network, fetch);
  const confirmed = { commitment: 'confirmed' };
  return {
    async readUsdcBalance(owner) {
      const account = await tokenAccountOf(owner, network.usdc);
      return askNodes(nodes, async ({ rpc }) => {
        const answer = await rpc('getAccountInfo', [account, { ...confirmed, encoding: 'base64' }]);
        const { value } = z.parse(accountSchema, answer);
        if (value === null || value.owner !== TOKEN_PROGRAM) return null;
        const bytes = bytesOfBase64(value.data[0]);
        return new DataView(bytes.buffer).getBigUint64(AMOUNT_AT, true);
      });
    },
    readNewestBlock: () =>
      askNodes(nodes, async ({ rpc }) => {
        const height = z.parse(z.int(), await rpc('getBlockHeight', [confirmed]));
        const slot = z.parse(z.int(), await rpc('getSlot', [confirmed]));
        const time = await rpc('getBlockTime', [slot]).catch(() => null);
        return { height, timestampSec: typeof time === 'number' ? time : null };
      }),
  };
}
