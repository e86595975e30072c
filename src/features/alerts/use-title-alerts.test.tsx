import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { cardReady } from '#domain/alerts/finders.ts';
import { addAlerts } from '#storage/alerts.ts';
import { useTitleAlerts } from './use-title-alerts.ts';

const ACCOUNT = accountIdOf('0xAda');
const say = ({ sentence }: { sentence: string }) => `Ada: ${sentence}`;
let hidden = true;
const look = (away: boolean) => {
  hidden = away;
  document.dispatchEvent(new Event('visibilitychange'));
};

afterEach(() => vi.restoreAllMocks());

test('a page that names itself anew meanwhile does not take the alert from a hidden tab’s title', async () => {
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  document.title = 'U.S. card';
  renderHook(() => useTitleAlerts(say));
  look(true);
  addAlerts(ACCOUNT, [cardReady(testCard(), 1)], 1);
  expect(document.title).toBe('Ada: Card •••• 4242 is ready.');
  document.title = 'U.S. card ending in 4242';
  await vi.waitFor(() => expect(document.title).toBe('Ada: Card •••• 4242 is ready.'));
  look(false);
  expect(document.title).toBe('U.S. card ending in 4242');
});
