import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import { testCard } from '#testing/card.ts';
import { noteFirstSeen, useFirstSeen } from '#storage/first-seen.ts';
import shipped from '../../../../laso.config.json' with { type: 'json' };
import { noteWaiting } from '../note-waiting.ts';
import { RefundProgress } from './refund-progress.tsx';

const DAY_MS = 86_400_000;
const ORDERED = Date.parse('2026-02-15T12:00:00Z');
const card = testCard({
  id: 'card_9',
  type: 'intl',
  status: 'refund-requested',
  rawStatus: 'refund-requested',
  orderedAtMs: ORDERED,
  usdAmountCents: 15_000,
  chargedCents: 15_570,
});

beforeEach(() => {
  localStorage.clear();
  useFirstSeen.reread();
});

test('a refund’s card says since when it is seen, what Laso does not say, and what to send to support', () => {
  noteFirstSeen(card.accountId, ['refund-requested card_9'], () => false, Date.now() - 9 * DAY_MS);
  render(
    <ConfigContext value={parseConfig(shipped)}>
      <RefundProgress card={card} />
    </ConfigContext>,
  );
  const region = screen.getByRole('region', { name: 'Refund requested' });
  expect(region.textContent).toContain('seen here since ');
  expect(region.textContent).toContain('Laso does not say when. It was not before Feb 15, 2026');
  expect(region.textContent).toContain('Laso names no usual time for a refund.');
  expect(region.textContent).toContain('Refund of a card of $150.00: requested, and not refunded yet');
  expect(region.textContent).toContain(`User id: ${card.accountId}`);
  expect(screen.getByRole('link').getAttribute('href')).toBe(`mailto:${shipped.supportEmail}`);
});

test('a list that shows it notes it once; when it is refunded the note goes', () => {
  noteWaiting(card.accountId, [card]);
  const [first] = Object.values(useFirstSeen.getState().byAccount[card.accountId] ?? {});
  expect(first).toBeGreaterThan(0);
  noteWaiting(card.accountId, [card]);
  expect(useFirstSeen.getState().byAccount[card.accountId]).toEqual({ 'refund-requested card_9': first });
  noteWaiting(card.accountId, [{ ...card, status: 'refunded' }]);
  expect(useFirstSeen.getState().byAccount[card.accountId]).toEqual({});
});
