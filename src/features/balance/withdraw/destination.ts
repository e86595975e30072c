import type { AccountId } from '#domain/account.ts';
import {
  checksummed,
  isEvmAddress,
  isSolanaAddress,
  looksAlike,
  sameAddress,
} from '#domain/wallet-address.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';

/** Where the next withdrawal goes, as far as it can be known: Laso decides it, and tells only afterwards. */
export type Destination =
  | { kind: 'known'; network: 'Base' | 'Solana'; address: string; from: 'account' | 'wallet' | 'history' }
  /** Solana: a `user_id` is lower-cased and so no address (laso-api.md §1.1); none of what is known is its own spelling. */
  | { kind: 'untold'; network: 'Solana' };

/** `wallets`: addresses this browser knows from its owner's own wallets, in their real case. */
export function destinationOf(
  account: AccountId,
  wallets: readonly string[],
  history: readonly Withdrawal[],
): Destination {
  if (isEvmAddress(account))
    return { kind: 'known', network: 'Base', address: checksummed(account), from: 'account' };
  // Without any capital it is the name again.
  const spellsAccount = (address: string) =>
    isSolanaAddress(address) && address !== account && address.toLowerCase() === account;
  const wallet = wallets.find(spellsAccount);
  if (wallet) return { kind: 'known', network: 'Solana', address: wallet, from: 'wallet' };
  const told = new Set(history.flatMap(({ address }) => (address && spellsAccount(address) ? address : [])));
  const [only] = told;
  if (only && told.size === 1) return { kind: 'known', network: 'Solana', address: only, from: 'history' };
  return { kind: 'untold', network: 'Solana' };
}

type DestinationFinding = 'same' | 'other' | 'look-alike' | 'not-told';

/** What the address Laso reports for a withdrawal is, against the account's own. */
export function reportedDestination(
  { address }: Pick<Withdrawal, 'address'>,
  destination: Destination,
  account: AccountId,
): DestinationFinding {
  const isName = !isEvmAddress(account) && address === account;
  if (address === null || isName) return 'not-told';
  if (destination.kind === 'untold') return address.toLowerCase() === account ? 'same' : 'other';
  if (sameAddress(address, destination.address)) return 'same';
  return looksAlike(address, destination.address) ? 'look-alike' : 'other';
}
