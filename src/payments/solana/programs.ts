/** The on-chain programs a payment may touch, by their addresses; nothing else is ever signed here. */
export const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
export const ASSOCIATED_TOKEN_PROGRAM = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL';
export const COMPUTE_BUDGET_PROGRAM = 'ComputeBudget111111111111111111111111111111';
export const MEMO_PROGRAM = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
/** Assertions that wallets add for their users' safety (lessons.md 16). They check balances and move nothing. */
export const LIGHTHOUSE_PROGRAM = 'L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95';

export const USDC_DECIMALS = 6;
/** A blockhash can be used for this many blocks (agave: MAX_PROCESSING_AGE). */
export const BLOCKHASH_LIFE_BLOCKS = 150;
/** The shortest time between two blocks, ms. */
export const BLOCK_MS = 400;
