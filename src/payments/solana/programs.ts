/** The on-chain programs a payment may touch, by their addresses; nothing else is ever signed here. */
export const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
export const ASSOCIATED_TOKEN_PROGRAM = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL';
export const COMPUTE_BUDGET_PROGRAM = 'ComputeBudget111111111111111111111111111111';
export const MEMO_PROGRAM = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
/** Assertions that wallets add for their users' safety (lessons.md 16). */
export const LIGHTHOUSE_PROGRAM = 'L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95';
/**
 * The first byte of a Lighthouse instruction says which one it is. Its assertions (2 `AssertAccountData` to 17 `AssertBubblegumTreeConfigAccount`)
 * read accounts and move nothing. 0 `MemoryWrite` makes an account whose rent a signer pays, 1 `MemoryClose` closes one: never signed here.
 */
export const LIGHTHOUSE_ASSERTIONS = { first: 2, last: 17 } as const;

export const USDC_DECIMALS = 6;
/** A blockhash can be used for this many blocks (agave: MAX_PROCESSING_AGE). */
export const BLOCKHASH_LIFE_BLOCKS = 150;
/** The shortest time between two blocks, ms. */
export const BLOCK_MS = 400;
