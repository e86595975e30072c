/** For tests: Solana as a model in time, with one payment that lands at most once, and nodes that lag, fail, forget or come back. */
import { BLOCK_MS } from '../../solana/programs.ts';
import { answered, answerOf, archive, funding, type MinedTransaction } from './ledger.ts';

interface ModelSolanaNode {
  lagSec: number;
  down: boolean;
  /** It drops blocks that are older than this; null: never. */
  holdsSec: number | null;
  memos: boolean;
  /** How much further back the machines behind this address are, s; they answer in turn. One machine without. */
  machinesLagSec: readonly number[];
}

export function createModelSolana(startSec = 1_700_000_000) {
  let nowSec = startSec + 500_000;
  const mined: MinedTransaction[] = [];
  const nodes = new Map<string, ModelSolanaNode>();
  let calls = 0;
  const heightAt = (sec: number): number => Math.floor(((sec - startSec) * 1000) / BLOCK_MS);

  return {
    nowSec: () => nowSec,
    height: () => heightAt(nowSec),
    tick: (seconds: number): void => {
      nowSec += seconds;
    },
    node: (url: string, state: Partial<ModelSolanaNode> = {}): void => {
      nodes.set(url, {
        lagSec: 0,
        down: false,
        holdsSec: null,
        memos: true,
        machinesLagSec: [0],
        ...state,
      });
    },
    /** What brought the account's money, some minutes before now. */
    fund: (account: string): void => {
      mined.push(funding(account, heightAt(nowSec - 600), nowSec - 600));
    },
    /** Into the next block, unless it is past its end, or was there before. */
    land: (
      transaction: Omit<MinedTransaction, 'height' | 'atSec'>,
      lastValidBlockHeight = Infinity,
    ): boolean => {
      const height = heightAt(nowSec) + 1;
      const known = mined.some(({ signature }) => signature === transaction.signature);
      if (known || height > lastValidBlockHeight) return false;
      return mined.push({ ...transaction, height, atSec: nowSec }) > 0;
    },
    has: (signature: string): boolean => mined.some((each) => each.signature === signature),
    /** Stands for `fetch` to any node. */
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const node = nodes.get(url);
      if (!node || node.down) throw new TypeError('Failed to fetch');
      const { holdsSec, memos, machinesLagSec } = node;
      const lagSec = node.lagSec + (machinesLagSec[calls++ % machinesLagSec.length] ?? 0);
      const holdsFrom = holdsSec === null ? 0 : heightAt(nowSec - holdsSec);
      const seen = archive({ height: heightAt(nowSec - lagSec), holdsFrom, memos });
      return answered(init, (call) => answerOf(seen, { mined, headSec: nowSec - lagSec }, call));
    },
  };
}
