import type { NetworkId } from './chain.ts';

/** `unknown`: Laso said a word this program does not know; it is shown as it is. */
export type WithdrawalState = 'pending' | 'completed' | 'failed' | 'unknown';

/** Money on its way from the account balance to the account's wallet (laso-api.md §5.1). */
export interface Withdrawal {
  id: string;
  /** Null when Laso's amount cannot be read. */
  amountCents: number | null;
  asset: string | null;
  /** Null for a network this program does not know. */
  network: NetworkId | null;
  rawNetwork: string | null;
  state: WithdrawalState;
  rawState: string;
  /** Where Laso says that it goes, in Laso's own spelling. */
  address: string | null;
  requestedAtMs: number | null;
  txHash: string | null;
  /** From a server: a link only where `config/explorer.ts` says so. */
  txUrl: string | null;
}

const WORDS: Record<Exclude<WithdrawalState, 'unknown'>, string> = {
  pending: 'Pending',
  completed: 'Completed',
  failed: 'Failed',
};

export const withdrawalStateWord = ({ state, rawState }: Pick<Withdrawal, 'state' | 'rawState'>): string =>
  state === 'unknown' ? rawState || 'Unknown' : WORDS[state];

/** What reached, or is on its way to, the wallet: cents, failed ones left out. */
export const withdrawnCents = (withdrawals: readonly Withdrawal[]): number =>
  withdrawals.reduce((sum, { state, amountCents }) => sum + (state === 'failed' ? 0 : (amountCents ?? 0)), 0);
