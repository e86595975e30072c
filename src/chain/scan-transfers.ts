import type { BlockRange } from '#domain/block-ranges.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { afterAnswer, afterRefusal, firstChunk } from './chunk-size.ts';
import type { ChainNodes } from './chain-nodes.ts';
import { backOffMs, MAX_FAILURES, type Wait } from './patience.ts';
import { RangeRefused, RpcError } from './rpc-error.ts';
import { transfersIn, type TransferFilter } from './usdc-transfers.ts';

interface ScannedChunk {
  readonly range: BlockRange;
  readonly transfers: readonly ChainTransfer[];
}

interface Scan {
  readonly nodes: ChainNodes;
  readonly filter: TransferFilter;
  /** What is still to be read, in any order. */
  readonly ranges: readonly BlockRange[];
  readonly signal: AbortSignal;
  readonly wait: Wait;
}

/**
 * Reads the ranges, the newest blocks first: they matter most, and a check that is stopped has read the
 * recent past. Each chunk is handed over as soon as it is read. Throws RpcError when every node has failed
 * several times in a row, or the reason of the abort; what was handed over stands.
 */
export async function* scanTransfers({
  nodes,
  filter,
  ranges,
  signal,
  wait,
}: Scan): AsyncGenerator<ScannedChunk> {
  let size = firstChunk;
  let failures = 0;
  for (const { from, to } of ranges.toSorted((a, b) => b.from - a.from)) {
    let end = to;
    while (end >= from) {
      signal.throwIfAborted();
      const range = { from: Math.max(from, end - size.blocks + 1), to: end };
      const asked = range.to - range.from + 1;
      try {
        const transfers = await nodes.ask(async (node) => {
          try {
            return await transfersIn(node, filter, range);
          } catch (error) {
            if (!(error instanceof RpcError) || error.kind !== 'refused') throw error;
            if (asked > 1) throw new RangeRefused();
            // Not even one block: this node does not do it at all, another one may, and may take more.
            size = firstChunk;
            throw error;
          }
        });
        failures = 0;
        end = range.from - 1;
        if (asked === size.blocks) size = afterAnswer(size);
        yield { range, transfers };
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof RangeRefused) size = afterRefusal(size, asked);
        else if (!(error instanceof RpcError)) throw error;
        else {
          failures += 1;
          if (failures >= MAX_FAILURES) throw error;
          // Silence may mean that the answer takes too long.
          if (error.kind === 'unreachable' && asked > 1) size = afterRefusal(size, asked);
          await wait(backOffMs(failures, error), signal);
        }
      }
    }
  }
}
