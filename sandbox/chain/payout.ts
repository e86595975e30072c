import { getAddress, isAddress } from 'viem';
import type { SandboxContext } from '../context.ts';
import type { StoredWithdrawal } from '../store/withdrawals.ts';
import { payOutOnBase } from './base-payout.ts';
import { SOLANA_WALLETS, solanaTestSigner } from './solana-accounts.ts';

export const networkOf = (userId: string): 'base' | 'solana' => (userId.startsWith('0x') ? 'base' : 'solana');

/**
 * The address an account's withdrawals go to. A Solana `user_id` is in
 * lower case and therefore not an address: Laso remembers the payer's own
 * spelling, the sandbox knows that of its test wallets. Null for any other.
 */
export async function payoutAddress(userId: string): Promise<string | null> {
  if (networkOf(userId) === 'base') return isAddress(userId, { strict: false }) ? getAddress(userId) : null;
  const signers = await Promise.all(SOLANA_WALLETS.map((index) => solanaTestSigner(index)));
  return signers.find(({ address }) => address.toLowerCase() === userId)?.address ?? null;
}

/** Moves the money of everything that is due; what failed goes back to the balance. */
export async function settleWithdrawals({ store, chain, solana }: SandboxContext): Promise<void> {
  const payOut = async ({ id, owner, address, amountCents }: StoredWithdrawal): Promise<string> => {
    const atomic = BigInt(amountCents) * 10_000n;
    if (networkOf(owner) === 'base') return payOutOnBase(chain, address, atomic);
    if (!solana) throw new Error('This sandbox has no Solana.');
    // This loads litesvm, the slowest part of the sandbox.
    const { payOutOnSolana } = await import('./solana-payout.ts');
    return payOutOnSolana(solana, { to: address, atomic, note: id });
  };
  await store.withdrawals.settleDue(payOut, ({ owner, amountCents }) =>
    store.changeBalance(owner, amountCents),
  );
}
