/** Blocks for the first request: what the public nodes of Base take at once. */
const FIRST = 10_000;
const LARGEST = 50_000;

/**
 * How many blocks to ask for at a time. Nodes limit the blocks or the logs of one answer, and each in its own
 * words: a refusal halves, a row of answers doubles. Each refusal makes the row longer, so that a fixed limit
 * is not hit again and again.
 */
interface ChunkSize {
  readonly blocks: number;
  readonly answeredInARow: number;
  readonly growsAfter: number;
}

export const firstChunk: ChunkSize = { blocks: FIRST, answeredInARow: 0, growsAfter: 4 };

export function afterAnswer({ blocks, answeredInARow, growsAfter }: ChunkSize): ChunkSize {
  const grows = answeredInARow + 1 >= growsAfter && blocks < LARGEST;
  return {
    blocks: grows ? Math.min(blocks * 2, LARGEST) : blocks,
    answeredInARow: grows ? 0 : answeredInARow + 1,
    growsAfter,
  };
}

/** `asked`: how many blocks the refused request was really for; at the end of a range fewer than the size. */
export const afterRefusal = ({ growsAfter }: ChunkSize, asked: number): ChunkSize => ({
  blocks: Math.max(1, Math.floor(asked / 2)),
  answeredInARow: 0,
  growsAfter: Math.min(growsAfter * 2, 32),
});
