import * as z from 'zod/mini';

/**
 * Topic of ERC-20's `Transfer(address,address,uint256)` (keccak-256 of the signature; a test computes it).
 */
export const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

export const logSchema = z.looseObject({
  address: z.string(),
  topics: z.array(z.string()),
  data: z.string(),
  transactionHash: z.string(),
});
export type ChainLog = z.infer<typeof logSchema>;

/** A log and where it stands. */
export const placedLogSchema = z.extend(logSchema, { blockNumber: z.string(), logIndex: z.string() });
export type PlacedLog = z.infer<typeof placedLogSchema>;

/** An address or a number as an indexed topic: 32 bytes, lower case. */
export const topicOf = (value: string): string =>
  `0x${value.replace(/^0x/i, '').toLowerCase().padStart(64, '0')}`;

export const sameHex = (left: string | undefined, right: string): boolean =>
  left?.toLowerCase() === right.toLowerCase();
