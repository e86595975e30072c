import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { createLasoClient } from '#laso/client.ts';
import { refreshAfterPurchase } from './refresh-after-purchase.ts';

const never = () => Promise.reject(new Error('nobody is signed in'));
const client = createLasoClient({ baseUrl: 'https://laso.test', tokens: { bearer: never, renew: never } });

test('after a delivery every list of the payer is read anew, and nobody else’s', async () => {
  const queryClient = new QueryClient();
  const mine = accountIdOf('0x70997970C51812dc3A010C7d01b50e0d17dc79C8');
  const other = accountIdOf('0x00000000000000000000000000000000000000aa');
  const keys = [
    [mine, 'cards', 'list', 'us'],
    [mine, 'cards', 'list', 'intl'],
    [mine, 'balance'],
    ['this-browser', 'vault', 'gift-card', ''],
    [other, 'cards', 'list', 'us'],
  ];
  for (const key of keys) queryClient.setQueryData(key, []);
  await refreshAfterPurchase({ client, queryClient }, mine);
  expect(keys.map((key) => queryClient.getQueryState(key)?.isInvalidated)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});
