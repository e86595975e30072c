import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { cardReady } from '#domain/alerts/finders.ts';
import { addAlerts, noteRuleResults, setAlertRule, useAlerts } from './alerts.ts';
import { forgetAccounts } from './forget-accounts.ts';
import { ALERTS_KEY, VISITS_KEY } from './keys.ts';
import { noteVisit, useVisits } from './visits.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');

beforeEach(() => {
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage', { key: null }));
  for (const account of [ADA, BOB]) {
    addAlerts(account, [cardReady(testCard({ accountId: account }), 1)], 1);
    noteVisit(account, { atMs: 1, recent: [7] });
  }
  setAlertRule('order', { on: true }, 5);
});

test('what was found for an account goes, in memory and in storage; others and the rules stay', () => {
  forgetAccounts([ADA]);
  expect(Object.keys(useAlerts.getState().byAccount)).toEqual([BOB]);
  expect(Object.keys(useVisits.getState().byAccount)).toEqual([BOB]);
  expect(JSON.stringify({ ...localStorage })).not.toContain(ADA);
  expect(useAlerts.getState().rules.order.on).toBe(true);
});

test('“everywhere” is every account that is stored, also those this tab never saw', () => {
  const stored = localStorage.getItem(ALERTS_KEY) ?? '';
  localStorage.setItem(ALERTS_KEY, stored.replaceAll(BOB, '0xclosed'));
  forgetAccounts('all');
  expect(JSON.parse(localStorage.getItem(ALERTS_KEY) ?? '')).toMatchObject({ byAccount: {} });
  expect(useAlerts.getState().byAccount).toEqual({});
  expect(useVisits.getState().byAccount).toEqual({});
});

test('a tab that slept while everything was erased writes nothing back', () => {
  const { rules } = useAlerts.getState();
  // Erased by another tab; its event has not come yet.
  localStorage.clear();
  forgetAccounts([ADA]);
  noteRuleResults(
    { accountId: BOB, signedInAtMs: 0 },
    [{ kind: 'order', of: 'us', sinceMs: rules.order.sinceMs, found: [] }],
    9,
  );
  expect({ ...localStorage }).toEqual({});
  expect(useAlerts.getState()).toMatchObject({ byAccount: {}, rules: { order: { on: false } } });
});

test('a page that comes back from the back-forward cache remembers what was erased no more', () => {
  localStorage.clear();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(useVisits.getState().byAccount).toEqual({});
});

test('storage that is full does not make a tab forget what it found', () => {
  const kept = Storage.prototype.setItem;
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  addAlerts(ADA, [cardReady(testCard({ id: 'second', accountId: ADA }), 2)], 2);
  addAlerts(ADA, [cardReady(testCard({ id: 'second', accountId: ADA }), 3)], 3);
  Storage.prototype.setItem = kept;
  expect(useAlerts.getState().byAccount[ADA]?.history).toHaveLength(2);
});

test('text that something else wrote is left alone', () => {
  for (const junk of ['{', '7', 'null', '[]', '{"byAccount":3}']) {
    localStorage.setItem(VISITS_KEY, junk);
    forgetAccounts('all');
    expect(localStorage.getItem(VISITS_KEY)).toBe(junk);
  }
});
