import type { ClientName, PayingNetwork } from './real-clients.ts';

export const CASES = [
  'paid',
  'paid, four days named',
  'refused',
  'too little USDC',
  'capped',
  'replayed',
] as const;
export type Case = (typeof CASES)[number];

/**
 * The outcome of one case; the status is null where the client gives up by itself. `payments`: how many
 * payment headers it sent.
 */
export interface Cell {
  /** For the README. */
  word: string;
  status: number | null;
  says: RegExp;
  charged: boolean;
  payments: number;
}

export interface Row {
  client: ClientName;
  version: 1 | 2;
  network: PayingNetwork;
}

const PAID: Cell = { word: 'paid', status: 200, says: /"card_id"/, charged: true, payments: 1 };
const refused = (says: RegExp): Cell => ({ word: '402', status: 402, says, charged: false, payments: 1 });
const stops = (word: string, says: RegExp): Cell => ({
  word,
  status: null,
  says,
  charged: false,
  payments: 0,
});
/** The same header once more: refused, and charged by its first use only. */
const replayed = (says: RegExp): Cell => ({
  word: '402, charged once',
  status: 402,
  says,
  charged: true,
  payments: 1,
});

/** The server says that it could not be settled; nothing moved. */
const SETTLEMENT_FAILED = refused(/"success":false/);
const NO_FUNDS = refused(/insufficient_funds/);
const NO_FUNDS_SOLANA = refused(/simulation_failed/);

const onBase = (capped: Cell): Record<Case, Cell> => ({
  paid: PAID,
  'paid, four days named': PAID,
  refused: SETTLEMENT_FAILED,
  'too little USDC': NO_FUNDS,
  capped,
  replayed: replayed(/nonce_already_used/),
});
const onSolana = (capped: Cell, tooLittle: Cell): Record<Case, Cell> => ({
  ...onBase(capped),
  'too little USDC': tooLittle,
  replayed: replayed(/simulation_failed/),
});

/**
 * It looks for `accepts` in the body, where version 2 has `{}`: the wallet gets no request. This is why the
 * page has `@x402/*`, which reads both versions (ARCHITECTURE.md).
 */
const UNREAD = stops('cannot read the terms', /Cannot read properties of undefined \(reading 'map'\)/);
const NOTHING: Record<Case, Cell> = {
  paid: UNREAD,
  'paid, four days named': UNREAD,
  refused: UNREAD,
  'too little USDC': UNREAD,
  capped: UNREAD,
  replayed: UNREAD,
};

const CAPPED_1 = stops('does not sign', /Payment amount exceeds maximum allowed/);
const CAPPED_2 = stops('does not sign', /rejected by spendControls\.maxAmountPerPayment \(\$9\.999999/);
/** It tries the transfer on the node before it signs. */
const TRIED_FIRST = stops('does not sign', /Transaction failed when it was simulated/);

export const INTEROP: readonly (Row & { cells: Record<Case, Cell> })[] = [
  { client: 'x402-fetch', version: 1, network: 'Base', cells: onBase(CAPPED_1) },
  { client: 'x402-fetch', version: 1, network: 'Solana', cells: onSolana(CAPPED_1, TRIED_FIRST) },
  { client: 'x402-fetch', version: 2, network: 'Base', cells: NOTHING },
  { client: 'x402-fetch', version: 2, network: 'Solana', cells: NOTHING },
  { client: '@x402/fetch', version: 1, network: 'Base', cells: onBase(CAPPED_2) },
  { client: '@x402/fetch', version: 1, network: 'Solana', cells: onSolana(CAPPED_2, NO_FUNDS_SOLANA) },
  { client: '@x402/fetch', version: 2, network: 'Base', cells: onBase(CAPPED_2) },
  { client: '@x402/fetch', version: 2, network: 'Solana', cells: onSolana(CAPPED_2, NO_FUNDS_SOLANA) },
];
