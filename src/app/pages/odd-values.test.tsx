import { render } from '@testing-library/react';
import * as fc from 'fast-check';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { accountIdOf, shortAddress } from '#domain/account.ts';
import { newestFirstActivity } from '#domain/activity.ts';
import { countryName } from '#domain/countries.ts';
import { formatAmount, minorDigits } from '#domain/currency-amount.ts';
import { addDays, countDays, dayOf, formatDay, newestFirst } from '#domain/day.ts';
import { merchantKey, merchantName } from '#domain/merchant-name.ts';
import { formatUsd } from '#domain/money.ts';
import { spendIn, spendOverTime } from '#domain/period.ts';
import { expiringMoney } from '#domain/signals/expiring-money.ts';
import { rowId } from '#domain/row-id.ts';
import { testActivity } from '#testing/activity.ts';
import { testCard } from '#testing/card.ts';
import { activityCsv } from '#features/activity/export-csv.ts';
import { activityJson } from '#features/activity/export-json.ts';
import { exportName } from '#features/activity/export-name.ts';
import { lineIds } from '#features/cards/line-ids.ts';
import { firstDay } from '#features/chain-check/since-day.ts';
import { Address } from '#ui/address.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { DayLabel } from '#ui/day-label.tsx';
import { formatAge, formatExactTime, formatRelativeTime } from '#ui/format-time.ts';
import { Link } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { paths } from '#config/paths.ts';

const NOW = Date.UTC(2026, 10, 21);

const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    NaN,
    Infinity,
    -Infinity,
    8.64e15,
    8.64e15 + 1,
    -8.64e15 - 1,
    9e15,
    1e300,
    -0,
    0.1,
    2 ** 53,
    1e21,
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'PIZZA \ud83c',
    '\udf55',
    '__proto__',
    'constructor',
    '',
    '..',
    '/',
    '%',
    '9999-12-31',
    '0000-00-00',
    'USDX',
    '€',
    '\u202e',
  ),
);

test('F3, A5: no number and no text from outside makes what draws it throw', () => {
  fc.assert(
    fc.property(number, number, text, text, (one, other, word, day) => {
      for (const zone of [undefined, 'Asia/Kathmandu']) dayOf(one, zone);
      formatExactTime(one);
      formatRelativeTime(one, NOW);
      formatAge(one, NOW);
      addDays(day, Math.trunc(other) % 1e6);
      formatDay(day);
      countDays({ from: day, to: word });
      firstDay([one, other, null]);
      formatUsd(one);
      formatAmount({ units: one, exponent: other, currency: word });
      minorDigits(word);
      countryName(word);
      merchantKey(word);
      merchantName(word);
      shortAddress(accountIdOf(word));
      expect(decodeURIComponent(paths.card(word))).toContain(paths.cards);
      paths.giftCard(word, day);
      paths.merchant(word);
      const instant = (ms: number) => ({ kind: 'instant', ms }) as const;
      [instant(one), { kind: 'day', day } as const, instant(other), null].toSorted(newestFirst());
      const card = testCard({ id: word, orderedAtMs: one, availableCents: 100 });
      expect(
        expiringMoney([card], { expiringWithinDays: 30 }, NOW)
          .map(({ sentence }) => sentence)
          .join(),
      ).not.toMatch(/NaN|Infinity/);
      const item = testActivity({
        key: rowId('order', word),
        accountId: accountIdOf(word),
        when: instant(one),
        title: word,
        detail: day,
        amountCents: one,
        href: paths.card(word),
      });
      const items = newestFirstActivity([item, { ...item, when: instant(other) }, { ...item, when: null }]);
      activityCsv(items);
      activityJson(items);
      exportName('csv', { items, account: word, from: '', to: day }, word);
      const line = { key: word, amountCents: one, description: word, when: instant(one), status: word };
      lineIds({ ...card, transactions: [{ ...line, kind: 'purchase' }] });
      const period = { from: '2026-11-01', to: '2026-11-21' };
      spendOverTime(spendIn([card], period), period);
    }),
    { numRuns: 2_000 },
  );
});

test('F3, A5: no number and no text from outside makes a component throw', () => {
  fc.assert(
    fc.property(number, text, (one, word) => {
      const { container, unmount } = render(
        <MemoryRouter>
          <RelativeTime ms={one} />
          <DataAge updatedAt={one} />
          <Money cents={one} currency={word} />
          <DayLabel day={word} />
          <Address value={word} />
          <Link to={paths.merchant(word)}>{word}</Link>
        </MemoryRouter>,
      );
      expect(container.textContent.replace(word, '')).not.toMatch(/NaN|undefined|Invalid/);
      unmount();
    }),
    { numRuns: 300 },
  );
});

test('F3: half an emoji in a merchant, a card or a product leads to a page all the same', () => {
  expect(paths.merchant('PIZZA \ud83c')).toBe('/merchants?q=PIZZA%20%EF%BF%BD');
  expect(paths.card('\udf55')).toBe('/cards/%EF%BF%BD');
  expect(paths.giftCard('a\ud83c', 'D\ud83c')).toBe('/gift-cards/a%EF%BF%BD?country=D%EF%BF%BD');
});

test('A5: a time out of range is not known, and comes last', () => {
  expect([formatExactTime(9e15), formatRelativeTime(NaN, NOW), formatAge(Infinity, NOW)]).toEqual([
    '—',
    '—',
    '—',
  ]);
  expect(dayOf(9e15)).toBe('');
  expect(firstDay([9e15, NaN])).toBeNull();
  const { container } = render(<RelativeTime ms={9e15} />);
  expect(container.textContent).toBe('—The time is not known');
});
