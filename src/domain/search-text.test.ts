import { expect, test } from 'vitest';
import { activityText } from './activity.ts';
import { nameMatcher } from './gift-card.ts';
import { merchantKey } from './merchant-name.ts';
import { searchText, searchWords } from './search-text.ts';
import { testActivity } from '#testing/activity.ts';

const PAIRS = [
  ['istanbul', 'İSTANBUL Kebap'],
  ['istanbul', 'ISTANBUL KEBAP'],
  ['ISTANBUL', 'ıstanbul'],
  ['İstanbul', 'istanbul'],
  ['cafe', 'CAFÉ Roma'],
  ['café', 'Cafe\u0301 Roma'],
  ['café', 'CAFE ROMA'],
  ['cafe\u0301', 'Café Roma'],
  ['muller', 'Drogerie Müller'],
  ['müller', 'MULLER'],
  ["o'reilly", 'O’Reilly Media'],
  ['o’reilly', "O'REILLY MEDIA"],
  ['o`reilly', 'O‘Reilly'],
  ['o´reilly', "O'Reilly"],
  ['lodz', 'Łódź Główna'],
  ['strasse', 'Bäckerei Straße'],
  ['smorrebrod', 'Smørrebrød'],
  ['coca-cola', 'Coca‑Cola'],
  ['coca–cola', 'COCA-COLA'],
  ['oeuvre', 'Œuvre'],
  ['zara home', 'ZARA\u00a0HOME'],
  ['７eleven', '7ELEVEN'],
] as const;

test.each(PAIRS)('F21: %j finds %j', (typed, text) => {
  const words = searchWords(typed);
  expect(words.every((word) => searchText(text).includes(word))).toBe(true);
  expect(nameMatcher(typed)({ name: text })).toBe(true);
  const item = testActivity({ title: text, when: null, detail: null });
  expect(words.every((word) => activityText(item).includes(word))).toBe(true);
});

test('F21: what differs by more than accents and signs is not found', () => {
  for (const [typed, text] of [
    ['cafe', 'Cave'],
    ["o'reilly", 'OReilly'],
    ['lodz', 'Lotz'],
    ['istanbul', 'Isanbul'],
  ] as const)
    expect(nameMatcher(typed)({ name: text }), `${typed} in ${text}`).toBe(false);
});

test('F21: one merchant written with and without its accents is one', () => {
  expect(new Set(['CAFÉ ROMA', 'Cafe\u0301 Roma', 'CAFE ROMA'].map(merchantKey)).size).toBe(1);
  expect(merchantKey('İSTANBUL KEBAP')).toBe('istanbul kebap');
});

test('F21: nothing but blanks and marks is no word', () => {
  expect(searchWords(' \u0301 \u00a0 ')).toEqual([]);
});
