import type { AccountId } from '#domain/account.ts';
import { EVIDENCE_KEY } from '#features/payments/evidence-key.ts';
import { sessionOf, signIn, useSessions } from '#features/session/session-store.ts';
import type { Credentials } from '#laso/auth.ts';
import { listCards } from '#laso/get-card-data.ts';
import { useServices } from './services.ts';

/** An order waits no longer than this for the list that helps to find a lost card. */
const LIST_TIMEOUT_MS = 5_000;

/** Whoever pays is the account (laso-api.md, "Identity and tokens"): its session, and what it has before it pays. */
export function usePayer(list: 'us' | 'intl' | null) {
  const { client, queryClient } = useServices();
  const active = useSessions((state) => state.active);
  // What was bought is shown from the payer's own session, kept as long as the one on screen.
  const onCredentials = async ({ accountId, userId, idToken, refreshToken, expiresAtMs }: Credentials) => {
    await signIn({
      accountId,
      userId,
      tokens: { idToken, refreshToken, expiresAtMs },
      keep: (sessionOf(accountId) ?? (active ? sessionOf(active) : undefined))?.keep ?? false,
    });
    // Now the account itself can be asked what became of its payments.
    await queryClient.invalidateQueries({ queryKey: EVIDENCE_KEY });
  };
  const knownProductIds = async (account: AccountId): Promise<readonly string[] | null> => {
    if (list === null || !sessionOf(account)) return null;
    const cards = await listCards(client, account, list, AbortSignal.timeout(LIST_TIMEOUT_MS));
    return cards.flatMap(({ id, queuedOrderCardId }) => (queuedOrderCardId ? [id, queuedOrderCardId] : [id]));
  };
  return { active, onCredentials, knownProductIds };
}
