import * as z from 'zod/mini';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { Rpc, RpcFetch } from '#chain/json-rpc.ts';
import { PaymentError } from '../payment-error.ts';
import { askNodes, nodesOf } from './node.ts';
import { TOKEN_PROGRAM } from './programs.ts';
import { tokenAccountOf } from './token-account.ts';
import { bytesOfBase64 } from './wire-message.ts';

/** Reads from Solana by the operator's RPC. Each throws PaymentError `no-rpc` or `rpc`; none of them spends or signs. */
export interface SolanaReader {
  /** Atomic USDC in a wallet's associated token account, the one payments use; null when the wallet has none. */
  readUsdcBalance(owner: string): Promise<bigint | null>;
  /** Chain time; without it this device's clock could not be checked, so a node that does not tell it counts as one that does not answer. */
  readNewestBlock(): Promise<{ timestampSec: number }>;
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
        // Of the very newest slot some nodes know no time yet; the newest final one is 13 seconds older.
        const timestampSec = (await timeAt(rpc, 'confirmed')) ?? (await timeAt(rpc, 'finalized'));
        if (timestampSec === null) throw noTime();
        return { timestampSec };
      }),
  };
}

async function timeAt(rpc: Rpc, commitment: 'confirmed' | 'finalized'): Promise<number | null> {
  const slot = z.parse(z.int(), await rpc('getSlot', [{ commitment }]));
  const time = await rpc('getBlockTime', [slot]).catch(() => null);
  return typeof time === 'number' ? time : null;
}

const noTime = (): PaymentError =>
  new PaymentError(
    'rpc',
    'Solana did not say what time it is, so this device’s clock cannot be checked. Nothing was paid. Try again in a moment, or pay on Base.',
  );
