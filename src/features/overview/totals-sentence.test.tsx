import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { testCard } from '#domain/test-card.ts';
import { totalsOf } from '#domain/spend.ts';
import { TotalsSentence } from './totals-sentence.tsx';

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
