import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { createLasoClient } from '#laso/client.ts';
import { LasoError } from '#laso/laso-error.ts';
import { knownFrozen } from './known-frozen.ts';

const never = () => Promise.reject(new Error('nobody is signed in'));
const client = createLasoClient({ baseUrl: 'https://laso.test', tokens: { bearer: never, renew: never } });
const account = accountIdOf('0x70997970C51812dc3A010C7d01b50e0d17dc79C8');

test('what any page read of a frozen account is known, until a read tells otherwise', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const read = (answer: Promise<unknown>) =>
    queryClient.fetchQuery({ queryKey: [account, 'balance'], queryFn: () => answer }).catch(() => undefined);
  expect(knownFrozen({ client, queryClient }, account)).toBeNull();
  await read(Promise.reject(new LasoError('server', 'broken')));
  expect(knownFrozen({ client, queryClient }, account)).toBeNull();
  await read(Promise.reject(new LasoError('frozen', '403', { frozenMessage: 'Under review.' })));
  expect(knownFrozen({ client, queryClient }, account)).toMatchObject({
    kind: 'frozen',
    serverMessage: 'Under review.',
  });
  await read(Promise.resolve({}));
  expect(knownFrozen({ client, queryClient }, account)).toBeNull();
});
