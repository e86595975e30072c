import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { usCardsOfTheDay } from '#features/orders/orders-in-a-day.ts';
import { UsCardsOfTheDay } from '#features/orders/us-card-limits.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { useSessions } from '#session/session-store.ts';
import { useNow } from '#ui/use-now.ts';
import { useServices } from '../services.ts';

const MINUTE_MS = 60_000;

/** Above the form: whether the account on screen has had about as many U.S. cards today as Laso makes for one wallet. */
export function UsCardsToday() {
  const account = useSessions((state) => state.active);
  return account && <OfAccount account={account} />;
}

function OfAccount({ account }: { account: AccountId }) {
  const { client } = useServices();
  // Once, when the form opens: nothing here waits for a card.
  const list = { ...cardQueries.list({ client, account }, 'us'), refetchInterval: false } as const;
  const cards = useQuery(list).data ?? [];
  const rows = (usePayments().data ?? []).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const nowMs = useNow(MINUTE_MS);
  return <UsCardsOfTheDay count={usCardsOfTheDay({ account, cards, rows, nowMs })} />;
}
