import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { testCard } from '#testing/card.ts';
import { totalsOf } from '#domain/spend.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { TotalsFigures } from './totals-figures.tsx';
import { TotalsSentence } from './totals-sentence.tsx';
import { UnreadNotice } from './unread-notice.tsx';

const said = (listedOnly: readonly string[], ordered = 1) =>
  render(
    <TotalsSentence
      totals={totalsOf(ordered === 0 ? [] : [testCard()])}
      ordered={ordered}
      choice="30"
      spentCents={1_250}
      beforeCents={900}
      agents={1}
      missing={[]}
      listedOnly={listedOnly}
    />,
  ).container.textContent;

test('F9: sums of a part of the list are “at least”, are compared with nothing, and the part is named', () => {
  const sentence = said(['only the first 20 of 57 U.S. cards']);
  expect(sentence).toMatch(/spent at least \$12\.50 in the last 30 days\. At least \$[\d.]+ is left/);
  expect(sentence).toMatch(/Laso’s list gives only the first 20 of 57 U\.S\. cards\.$/);
});

test('F9: no entry in the part that came does not mean that no card was bought', () =>
  expect(said(['only the first 0 of 57 U.S. cards'], 0)).not.toContain('No card has been bought'));

test('sums of whole lists stand as they are', () => {
  expect(said([])).toMatch(/spent \$12\.50 in the last 30 days, \$3\.50 more than in the 30 days before/);
  expect(said([], 0)).toContain('No card has been bought');
});

const UNREAD = { key: 'u', when: null, text: 'amount “12,50” · COFFEE' };

test('lines that could not be read are said where the sums are, which are then compared with nothing', () => {
  const cards = [testCard({ unreadLines: [UNREAD, { ...UNREAD, key: 'v' }] })];
  const totals = totalsOf(cards);
  const { container } = render(
    <>
      <TotalsSentence
        totals={totals}
        ordered={1}
        choice="30"
        spentCents={0}
        beforeCents={900}
        agents={1}
        missing={['the international cards']}
        listedOnly={[]}
      />
      <TotalsFigures totals={totals} cards={cards} isPartial={false} balanceCents={0} balanceReason="" />
    </>,
  );
  expect(container.textContent).toContain(
    'spent $0.00 in the last 30 days. $50.00 is left on 1 card. Not counting the international cards and 2 lines of cards, which could not be read.',
  );
  expect(container.textContent).toContain('Purchases minus refunds, without 2 lines that could not be read');
  expect(container.textContent).toContain(
    'Loaded minus left minus spent; may be 2 lines that could not be read',
  );
});

test('the notice names the cards with lines that could not be read, the first few of them as links', () => {
  const cards = ['a', 'b', 'c', 'd', 'e'].map((id) =>
    testCard({ id, last4: null, unreadLines: id === 'b' ? [] : [UNREAD] }),
  );
  const { getAllByRole, getByRole } = renderWithProviders(<UnreadNotice cards={cards} />);
  expect(getByRole('status').textContent).toContain('4 lines of your cards could not be read.');
  expect(getByRole('status').textContent).toContain('card a, card c, card d and 1 more.');
  expect(getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/cards/a',
    '/cards/c',
    '/cards/d',
  ]);
});

test('cards whose face value is not known are said beside what was loaded', () => {
  const cards = [testCard({ usdAmountCents: null })];
  const { container } = render(
    <TotalsFigures
      totals={totalsOf(cards)}
      cards={cards}
      isPartial={false}
      balanceCents={0}
      balanceReason=""
    />,
  );
  expect(container.textContent).toContain('without 1 card whose amount Laso does not give');
});
