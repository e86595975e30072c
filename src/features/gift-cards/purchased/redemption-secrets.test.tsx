import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import shipped from '../../../../laso.config.json' with { type: 'json' };
import { RedemptionSecrets } from './redemption-secrets.tsx';

const SECRET = { code: Secret.of('CODE-CANARY'), pin: Secret.of('PIN-CANARY'), url: null };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  usePreferences.setState({ hideOnBlur: false });
  vi.useRealTimers();
});

/** With its code in sight. */
async function revealed() {
  const { container } = render(
    <ConfigContext value={parseConfig(shipped)}>
      <RedemptionSecrets parts={['code', 'pin']} read={() => Promise.resolve(SECRET)} />
    </ConfigContext>,
  );
  expect(container.innerHTML).not.toContain('CANARY');
  await act(async () => screen.getByRole('button', { name: 'Reveal code' }).click());
  expect(container.innerHTML).toContain('CODE-CANARY');
  return container;
}

test('a code in sight has its countdown beside it and is gone after 30 s', async () => {
  const container = await revealed();
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('Hides in 30 seconds');
  act(() => void vi.advanceTimersByTime(20_000));
  expect(screen.getByRole('timer').getAttribute('aria-label')).toMatch(/^Hides in (9|10|11) seconds$/);
  act(() => void vi.advanceTimersByTime(10_000));
  expect(container.innerHTML).not.toContain('CANARY');
  expect(screen.queryByRole('timer')).toBeNull();
});

test.each([
  ['the window gets the focus', () => void window.dispatchEvent(new Event('focus'))],
  ['the tab is seen', () => void document.dispatchEvent(new Event('visibilitychange'))],
])('a code shown before the lid closed is gone when it opens and %s', async (_what, happen) => {
  const container = await revealed();
  // Asleep: the clock goes on, the timers do not.
  vi.setSystemTime(Date.now() + 3_600_000);
  act(happen);
  expect(container.innerHTML).not.toContain('CANARY');
});

test('another window takes it away once its owner has set that, and not before', async () => {
  const container = await revealed();
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(container.innerHTML).toContain('CANARY');
  act(() => usePreferences.setState({ hideOnBlur: true }));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(container.innerHTML).not.toContain('CANARY');
});
