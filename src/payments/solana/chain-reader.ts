import * as z from 'zod/mini';
import type { NetworkConfig } from '#config/config-schema.ts';
import { knownSec } from '#chain/chain-time.ts';
import type { Rpc, RpcFetch } from '#chain/json-rpc.ts';
import { PaymentError } from '../payment-error.ts';
import { againWhereNotReached } from './chain-moment.ts';
import { askNodes, nodesOf } from './node.ts';
import { TOKEN_PROGRAM } from './programs.ts';
import { tokenAccountOf } from './token-account.ts';
import { bytesOfBase64 } from './wire-message.ts';

/** Reads from Solana by the operator's RPC. Each throws PaymentError `no-rpc` or `rpc`; none of them spends or signs. */
export interface SolanaReader {
  /**
   * Atomic USDC in a wallet's associated token account, the one payments use; null when the wallet has none. `atSlot`: by a machine that has come to
   * this slot.
   */
  readUsdcBalance(owner: string, atSlot?: number): Promise<bigint | null>;
  /** Chain time; without it this device's clock could not be checked, so a node that does not tell it counts as one that does not answer. */
  readNewestBlock(): Promise<{ timestampSec: number; slot: number }>;
}

const accountSchema = z.looseObject({
  context: z.looseObject({ slot: z.int() }),
  value: z.nullable(z.looseObject({ owner: z.string(), data: z.tuple([z.string(), z.literal('base64')]) })),
});
/** Where an SPL token account keeps its amount: after mint and owner. */
const AMOUNT_AT = 64;

export function createSolanaReader(network: NetworkConfig, fetch?: RpcFetch): SolanaReader {
  const nodes = nodesOf(network, fetch);
  const confirmed = { commitment: 'confirmed' };
  return {
    async readUsdcBalance(owner, atSlot = 0) {
      const account = await tokenAccountOf(owner, network.usdc);
      return askNodes(nodes, async ({ rpc }) => {
        const options = { ...confirmed, encoding: 'base64', ...(atSlot > 0 && { minContextSlot: atSlot }) };
        const { context, value } = await againWhereNotReached(async () =>
          z.parse(accountSchema, await rpc('getAccountInfo', [account, options])),
        );
        if (context.slot < atSlot) throw new Error('a balance of an older block');
        if (value === null || value.owner !== TOKEN_PROGRAM) return null;
        const bytes = bytesOfBase64(value.data[0]);
        return new DataView(bytes.buffer).getBigUint64(AMOUNT_AT, true);
      });
    },
    readNewestBlock: () =>
      askNodes(nodes, async ({ rpc }) => {
        // Of the very newest slot some nodes know no time yet; the newest final one is 13 seconds older.
        const block = (await blockAt(rpc, 'confirmed')) ?? (await blockAt(rpc, 'finalized'));
        if (block === null) throw noTime();
        return block;
      }),
  };
}

async function blockAt(rpc: Rpc, commitment: 'confirmed' | 'finalized') {
  const slot = z.parse(z.int(), await rpc('getSlot', [{ commitment }]));
  const timestampSec = knownSec(await rpc('getBlockTime', [slot]).catch(() => null));
  return timestampSec === null ? null : { timestampSec, slot };
}

const noTime = (): PaymentError =>
  new PaymentError(
    'rpc',
    'Solana did not say what time it is, so this device’s clock cannot be checked. Nothing was paid. Try again in a moment, or pay on Base.',
  );
