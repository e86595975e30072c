import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { labelOf, setAccountLabel } from './account-label.ts';
import { noteRuleResults, useAlerts } from '#storage/alerts.ts';
import { currentNoteOf, setCardNote, useCardNotes } from '#storage/card-notes.ts';
import { dismissalOf, dismissSignal, restoreSignal, useDismissals } from '#storage/dismissals.ts';
import { ownValue } from '#domain/own-value.ts';
import { ALERTS_KEY, CARD_NOTES_KEY, DISMISSALS_KEY, PREFERENCES_KEY, VISITS_KEY } from '#storage/keys.ts';
import { usePreferences } from '#storage/preferences.ts';

/** Names that every object has. */
const ODD = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
const NO_NOTE = { label: '', note: '' };

beforeEach(() => {
  usePreferences.setState({ accounts: {} });
  useCardNotes.setState({ notes: {} });
  useDismissals.setState({ byAccount: {} });
});

test.each(ODD)('A12: an account named %s has a name and a tint of its own', (odd) => {
  const account = accountIdOf(odd);
  const { accounts } = usePreferences.getState();
  expect(labelOf(accounts, account).name).toContain(odd.slice(0, 2));
  expect(labelOf(accounts, account).colour).toBeGreaterThanOrEqual(0);
  setAccountLabel(account, { name: 'Mine' });
  expect(labelOf(usePreferences.getState().accounts, account).name).toBe('Mine');
  expect(Object.getPrototypeOf(usePreferences.getState().accounts)).toBe(Object.prototype);
});

test.each(ODD)('A12: a card named %s has no note but its own, whatever others have', (odd) => {
  const other = testCard({ id: 'card_1', accountId: accountIdOf('0xa') });
  const card = testCard({ id: odd, accountId: accountIdOf('0xa') });
  setCardNote(other, { label: 'Other', note: '' });
  expect(currentNoteOf(card)).toEqual(NO_NOTE);
  expect(currentNoteOf({ ...card, accountId: accountIdOf(odd) })).toEqual(NO_NOTE);
  expect(currentNoteOf({ ...card, id: 'card_2', queuedOrderCardId: odd })).toEqual(NO_NOTE);
  setCardNote(card, { label: 'Own', note: '' });
  expect([currentNoteOf(card).label, currentNoteOf(other).label]).toEqual(['Own', 'Other']);
  setCardNote(card, NO_NOTE);
  expect(currentNoteOf(card)).toEqual(NO_NOTE);
});

test.each(ODD)('A12: alerts and dismissals of an account named %s are kept and found', (odd) => {
  const account = accountIdOf(odd);
  expect(() => noteRuleResults({ accountId: account, signedInAtMs: 1 }, [], 2)).not.toThrow();
  expect(ownValue(useAlerts.getState().byAccount, account)?.history ?? []).toEqual([]);
  dismissSignal(account, ['part'], 'known', 1);
  const kept = () => ownValue(useDismissals.getState().byAccount, account);
  expect(dismissalOf(kept(), ['part'])?.note).toBe('known');
  restoreSignal(account, ['part']);
  expect(dismissalOf(kept(), ['part'])).toBeNull();
});

test('A12: stored records with such names are read without changing what an object is', () => {
  for (const key of [CARD_NOTES_KEY, PREFERENCES_KEY, ALERTS_KEY, DISMISSALS_KEY, VISITS_KEY]) {
    localStorage.setItem(
      key,
      '{"__proto__":{"polluted":1},"constructor":1,"notes":{"__proto__":{"a":{"label":"x","note":""}},"constructor":{}},"accounts":{"__proto__":{"name":"x","colour":1}},"byAccount":{"__proto__":{},"toString":{}}}',
    );
    dispatchEvent(new StorageEvent('storage', { key }));
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(labelOf(usePreferences.getState().accounts, accountIdOf('constructor')).colour).toBeLessThan(8);
  expect(currentNoteOf(testCard({ id: 'a', accountId: accountIdOf('__proto__') })).label).toMatch(/^x?$/);
  localStorage.clear();
});
