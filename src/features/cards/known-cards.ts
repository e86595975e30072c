import type { QueryClient } from '@tanstack/react-query';
import type { Card } from '#domain/card.ts';

/** Every card that was read for an account, as it was read last. One that was just ordered may be known by its own page only. */
export function knownCards(queryClient: QueryClient, account: string): Card[] {
  const reads = ['list', 'detail'].flatMap((read) =>
    queryClient.getQueryCache().findAll({ queryKey: [account, 'cards', read] }),
  );
  const byId = new Map<string, Card>();
  for (const { queryKey } of reads.toSorted((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt))
    for (const card of [queryClient.getQueryData<Card | Card[]>(queryKey) ?? []].flat())
      byId.set(card.queuedOrderCardId ?? card.id, card);
  return [...byId.values()];
}
