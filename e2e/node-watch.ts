import type { Page, Route } from '@playwright/test';
import * as z from 'zod/mini';
import { joined, type BlockRange } from '#domain/block-ranges.ts';

const callSchema = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()) });
const filterSchema = z.looseObject({ fromBlock: z.string(), toBlock: z.string() });
/** One block's, by its hash. */
const blockSchema = z.looseObject({ blockHash: z.string() });

/**
 * A chain's node as the page meets it: it can refuse long ranges, answer so many times and then wait, or be
 * down.
 */
export class NodeWatch {
  /** Ranges of blocks whose logs were answered. */
  answered: BlockRange[] = [];
  refusals = 0;
  down = false;
  /** The longest range that is answered. */
  longest = Number.POSITIVE_INFINITY;
  #left = Number.POSITIVE_INFINITY;
  #waiting: (() => void)[] = [];

  static async of(page: Page, rpcUrl: string): Promise<NodeWatch> {
    const watch = new NodeWatch();
    await page.route(`${rpcUrl}/**`, (route) => watch.#meet(route));
    return watch;
  }

  /** From now on so many answers about logs, then silence until `answerAll`. */
  answerOnly(times: number): void {
    this.#left = times;
  }

  answerAll(): void {
    this.#left = Number.POSITIVE_INFINITY;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Blocks that were answered for, each counted once. */
  get answeredBlocks(): number {
    return joined(this.answered).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }

  async #meet(route: Route): Promise<void> {
    if (this.down) return route.abort('connectionrefused');
    const text = route.request().postData();
    if (text === null) return route.continue();
    const call = z.parse(callSchema, JSON.parse(text));
    if (call.method !== 'eth_getLogs' || z.safeParse(blockSchema, call.params[0]).success)
      return route.continue();
    const { fromBlock, toBlock } = z.parse(filterSchema, call.params[0]);
    const range = { from: Number(fromBlock), to: Number(toBlock) };
    if (range.to - range.from + 1 > this.longest) {
      this.refusals += 1;
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: { jsonrpc: '2.0', id: call.id, error: { code: -32_614, message: 'range is too large' } },
      });
    }
    if (this.#left <= 0) await new Promise<void>((go) => this.#waiting.push(go));
    this.#left -= 1;
    this.answered.push(range);
    // A page that has been closed or has canceled meanwhile wants no answer.
    return route.continue().catch(() => undefined);
  }
}
