/** The networks Laso takes USDC on, by their CAIP-2 names (laso-api.md §3). */
export const BASE = 'eip155:8453';
export const SOLANA = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
export type NetworkId = typeof BASE | typeof SOLANA;

export const BASE_CHAIN_ID = 8453;

export const networkName = (id: string): string => (id === BASE ? 'Base' : id === SOLANA ? 'Solana' : id);
