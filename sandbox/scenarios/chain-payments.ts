import type { Address } from 'viem';
import type { BaseChain } from '../chain/base-chain.ts';
import { payUsdc, type PaidOnChain } from '../chain/pay-usdc.ts';
import type { Store } from '../store/store.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

const CENT = 10_000n;

interface ChainPayments {
  /** Transfers with a delivery: two U.S. cards of one price, an international one, a sign-in. Atomic USDC. */
  matchedAtomic: bigint;
  matchedCount: number;
  /** The transfer without a delivery. */
  unmatched: PaidOnChain & { atomic: bigint };
  cardIds: readonly string[];
}

interface Given {
  chain: BaseChain;
  store: Store;
}

/**
 * Scenario "check the chain": an agent really pays Laso on the local chain, now, and gets the cards for it.
 * It also pays $75.00 without any delivery.
 */
export async function seedChainPayments({ chain, store }: Given, owner: string): Promise<ChainPayments> {
  const agent: Address = `0x${owner.replace(/^0x/, '')}`;
  const random = seededRandom(8_453);
  const common = { owner, random, spentCents: 0, transactions: 0 };
  const amounts = [42_42n * CENT, 42_42n * CENT, 259_500_000n, 1_000n];
  const cardIds: string[] = [];
  const ageOf = ({ atMs }: PaidOnChain): number => store.clock.now() - atMs;
  for (const [at, atomic] of amounts.entries()) {
    const ageMs = ageOf(await payUsdc(chain, agent, atomic));
    if (at < 2) cardIds.push(seedUsCard(store, { ...common, amountCents: 42_42, ageMs }).cardId);
    if (at === 2)
      cardIds.push(
        seedIntlCard(store, {
          ...common,
          amountCents: 250_00,
          ageMs,
          state: 'queued',
          label: 'Paid on chain',
        }).cardId,
      );
  }
  const atomic = 75_00n * CENT;
  const unmatched = { ...(await payUsdc(chain, agent, atomic)), atomic };
  return {
    matchedAtomic: amounts.reduce((sum, one) => sum + one, 0n),
    matchedCount: amounts.length,
    unmatched,
    cardIds,
  };
}

/** A payment to Laso without any delivery. */
export const payUnmatched = (
  { chain }: Pick<Given, 'chain'>,
  owner: string,
  cents: number,
): Promise<PaidOnChain> => payUsdc(chain, `0x${owner.replace(/^0x/, '')}`, BigInt(cents) * CENT);
