import type { AccountId } from '#domain/account.ts';
import { EVIDENCE_KEY } from '#features/payments/evidence-key.ts';
import { sessionOf, signInWith, useSessions } from '#session/session-store.ts';
import type { Credentials } from '#laso/auth.ts';
import { getAccountBalance } from '#laso/get-account-balance.ts';
import { listCardsCounted } from '#laso/get-card-data.ts';
import { refreshAfterPurchase } from './refresh-after-purchase.ts';
import { frozenError, knownFrozen } from './known-frozen.ts';
import { isRowLocked } from '../device/row-lock.ts';
import { useServices } from '../services.ts';

/** An order waits no longer than this for the list that helps to find a lost card. */
const LOOK_TIMEOUT_MS = 5_000;

/** Whoever pays is the account (laso-api.md §1): its session, and what it has before it pays. */
export function usePayer(list: 'us' | 'intl' | null) {
  const services = useServices();
  const { client, queryClient } = services;
  const active = useSessions((state) => state.active);
  // What was bought is shown from the payer's own session, kept as long as the one on screen.
  const onCredentials = async (credentials: Credentials) => {
    const like = sessionOf(credentials.accountId) ?? (active ? sessionOf(active) : undefined);
    await signInWith(credentials, like?.keep ?? false);
    // Now the account itself can be asked what became of its payments.
    await queryClient.invalidateQueries({ queryKey: EVIDENCE_KEY });
  };
  /** Ids of its cards; null when it cannot be asked. Rejects with PaymentError `frozen` only: nothing may be signed for such an account. */
  const lookBeforePaying = async (account: AccountId): Promise<readonly string[] | null> => {
    if (!sessionOf(account)) return null;
    const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
    try {
      if (list === null) {
        await getAccountBalance(client, account, signal);
        return null;
      }
      const { cards, skipped, gap } = await listCardsCounted(client, account, list, signal);
      // A part of the list does not say what was there before: a card left out of it could pass for a new one.
      if (gap || skipped > 0) return null;
      return cards.flatMap(({ id, queuedOrderCardId }) =>
        queuedOrderCardId ? [id, queuedOrderCardId] : [id],
      );
    } catch (error) {
      const frozen = frozenError(error);
      if (frozen) throw frozen;
      return null;
    }
  };
  return {
    active,
    onCredentials,
    lookBeforePaying,
    onDelivered: (account: AccountId) => refreshAfterPurchase(services, account),
    isFrozen: (account: AccountId) => knownFrozen(services, account),
    isHidden: isRowLocked,
  };
}
