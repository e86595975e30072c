import type { QueryClient } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { LasoError } from '#laso/laso-error.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import { frozenAccount } from '#payments/quote/quote-refusal.ts';
import { balanceQueries } from '#features/balance/queries.ts';
import { cardQueries } from '#features/cards/queries.ts';
import type { Services } from '../services.ts';

/** The error for a read that Laso answered with "frozen"; null for any other failure. */
export const frozenError = (error: unknown): PaymentError | null =>
  error instanceof LasoError && error.kind === 'frozen' ? frozenAccount(error.frozenMessage) : null;

/** Whether the newest reads of the account, made by whatever page, said that it is frozen. Asks nobody. */
export function knownFrozen(
  { client, queryClient }: Pick<Services, 'client' | 'queryClient'>,
  account: AccountId,
): PaymentError | null {
  const keys = [cardQueries.all(account), balanceQueries.current({ client, account }).queryKey];
  for (const queryKey of keys) {
    const [frozen] = errorsOf(queryClient, queryKey).flatMap((error) => frozenError(error) ?? []);
    if (frozen) return frozen;
  }
  return null;
}

const errorsOf = (queryClient: QueryClient, queryKey: readonly unknown[]): unknown[] =>
  queryClient
    .getQueryCache()
    .findAll({ queryKey })
    .map(({ state }) => state.error);
