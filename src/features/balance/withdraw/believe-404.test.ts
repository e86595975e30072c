import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { believe404 } from './believe-404.ts';
import { aBefore, aRecord } from '../testing/withdrawal-builders.ts';
import { writeRecord } from './withdrawal-record.ts';

test('A2: a 404 means "none yet" only where nothing was ever there', async () => {
  await believe404(ACCOUNT, 'balance', false);
  await believe404(ACCOUNT, 'history', false);
  await expect(believe404(ACCOUNT, 'balance', true)).rejects.toMatchObject({ kind: 'not-laso' });

  await writeRecord(aRecord());
  await believe404(ACCOUNT, 'history', false);
  await expect(believe404(ACCOUNT, 'balance', false)).rejects.toMatchObject({ kind: 'not-laso' });
  await writeRecord(aRecord({ before: aBefore({ ids: ['w1'] }) }));
  await expect(believe404(ACCOUNT, 'history', false)).rejects.toMatchObject({ kind: 'not-laso' });
});
