import type { AccountId } from '#domain/account.ts';
import { balanceQueries } from '#features/balance/queries.ts';
import { cardQueries } from '#features/cards/queries.ts';
import type { Services } from '../services.ts';

/** After a delivery: what was bought is in every list of its account at once, and in what this browser keeps. */
export async function refreshAfterPurchase(
  { client, queryClient }: Pick<Services, 'client' | 'queryClient'>,
  account: AccountId,
): Promise<void> {
  const keys = [
    cardQueries.all(account),
    balanceQueries.current({ client, account }).queryKey,
    ['this-browser', 'vault'],
  ];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
