import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testCard } from '#testing/card.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { usePreferences } from '#storage/preferences.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { CardSecrets } from './card-secrets.tsx';

const ANSWER = {
  card_id: 'card_1',
  card_type: 'Non-Reloadable U.S.',
  status: 'ready',
  usd_amount: 50,
  card_details: {
    card_number: '4111111111111111',
    exp_month: '09',
    exp_year: '2027',
    cvv: '987',
    available_balance: 20,
  },
  transactions: [],
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  usePreferences.setState({ hideOnBlur: false });
  vi.useRealTimers();
});

/** With its number in sight. */
async function revealed() {
  const { client } = testClient(answering(json(ANSWER)));
  const { container } = renderWithProviders(<CardSecrets card={testCard({ id: 'card_1' })} />, {
    laso: { client, account: ACCOUNT },
  });
  await act(async () => screen.getByRole('button', { name: 'Reveal card number' }).click());
  await act(async () => void (await vi.advanceTimersByTimeAsync(10)));
  expect(container.textContent).toContain('4111 1111 1111 1111');
  expect(screen.getByRole('timer').getAttribute('aria-label')).toMatch(/^Hides in (29|30) seconds$/);
  return container;
}

test.each([
  ['the window gets the focus', () => void window.dispatchEvent(new Event('focus'))],
  ['the tab is seen', () => void document.dispatchEvent(new Event('visibilitychange'))],
])('a number shown before the lid closed is gone when it opens and %s', async (_what, happen) => {
  const container = await revealed();
  vi.setSystemTime(Date.now() + 3_600_000);
  act(happen);
  expect(container.textContent).not.toContain('4111');
  expect(screen.queryByRole('timer')).toBeNull();
});

test('another window takes it away once its owner has set that, and not before', async () => {
  const container = await revealed();
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(container.textContent).toContain('4111');
  act(() => usePreferences.setState({ hideOnBlur: true }));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(container.textContent).not.toContain('4111');
});
