import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { database } from '#storage/database.ts';
import { recordSignals } from './record-signals.ts';
import { writeRecord, type WithdrawalRecord } from './withdrawal-record.ts';

const SENT = Date.parse('2026-03-15T12:00:00Z');
const record = (given: Partial<WithdrawalRecord>): WithdrawalRecord => ({
  version: 2,
  id: 'r',
  accountId: ACCOUNT,
  amountCents: 2_000,
  startedAtMs: SENT,
  before: { ids: [], unreadable: 0, balanceCents: 9_000, depositsCents: 0 },
  state: 'open',
  endedAtMs: SENT,
  closedAtMs: null,
  answeredId: null,
  refusal: null,
  waitedMs: null,
  look: null,
  foundIds: [],
  toldIds: [],
  seen: false,
  ...given,
});
const said = async (given: Partial<WithdrawalRecord>, agoMs = 3_600_000) => {
  await writeRecord(record(given));
  return (await recordSignals(ACCOUNT, SENT + agoMs)).map(({ sentence }) =>
    sentence.replace(/Mar.*:\d\d/, 'then'),
  );
};
afterEach(async () => (await database()).clear('withdrawals'));

test('an unanswered withdrawal is told until it is clear', async () => {
  const unknown = 'It is not known whether the withdrawal of $20.00 sent on then was made.';
  expect(await said({})).toEqual([unknown]);
  expect(await said({ waitedMs: 90_000, look: 'nothing' })).toEqual([unknown]);
  expect(await said({ state: 'sending', endedAtMs: null })).toEqual([unknown]);
  expect(await said({ state: 'made', closedAtMs: SENT })).toEqual([]);
  expect(await said({ state: 'let-go', closedAtMs: SENT })).toEqual([]);
  expect(await said({ state: 'accepted', answeredId: 'w' })).toEqual([]);
});

test('one that is being sent this moment is not', async () =>
  expect(await said({ state: 'sending', endedAtMs: null }, 5_000)).toEqual([]));

test('what turned out otherwise is told until it was read on Balance, also after it was put aside while open', async () => {
  const contradicted = { state: 'contradicted' as const, closedAtMs: SENT, foundIds: ['w_9'] };
  expect(await said(contradicted)).toEqual([
    'The withdrawal of $20.00 sent on then may have been made after all.',
  ]);
  const [found] = await recordSignals(ACCOUNT, SENT + 9_000_000);
  expect([found?.parts, found?.support?.facts.at(-1)]).toEqual([
    ['open-withdrawal r contradicted'],
    ['Withdrawals it may be', 'w_9'],
  ]);
  expect(await said({ ...contradicted, seen: true })).toEqual([]);
  expect(await said({ state: 'several', foundIds: ['a', 'b'] })).toEqual([
    'Laso lists 2 withdrawals of $20.00, and you confirmed one on then.',
  ]);
});

test('a record that cannot be read may be one on its way', async () => {
  await (await database()).put('withdrawals', 'broken', 'theirs');
  expect(await said({ state: 'made' })).toEqual([
    'A record of a withdrawal sent from this browser cannot be read: it may be on its way.',
  ]);
});
