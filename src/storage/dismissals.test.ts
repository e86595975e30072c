// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { DISMISSALS_KEY } from './keys.ts';

const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');
const stored = () => localStorage.getItem(DISMISSALS_KEY) ?? '';

/** As after a reload: the state is read again from storage. */
async function reloaded() {
  vi.resetModules();
  const module = await import('./dismissals.ts');
  const of = (...parts: string[]) =>
    module.dismissalOf(module.useDismissals.getState().byAccount[ACCOUNT], parts)?.note ?? null;
  return { ...module, of };
}

beforeEach(() => localStorage.clear());

test('what is put aside stays so over a reload, and neither merchant nor amount is kept', async () => {
  const { dismissSignal } = await reloaded();
  const part = 'unusual-amount card_1 2026-03-15|debit|123456|CASINO ROYALE#0';
  dismissSignal(ACCOUNT, [part], 'asked', 7);
  expect((await reloaded()).of(part)).toBe('asked');
  expect(stored()).toContain('asked');
  expect(stored()).not.toMatch(/casino|123456|card_1|unusual/i);
});

test('a signal of several cards is aside until there is another card, and comes back whole', async () => {
  const { dismissSignal, restoreSignal, of } = await reloaded();
  dismissSignal(ACCOUNT, ['stranded a', 'stranded b'], 'small', 7);
  expect(of('stranded a', 'stranded b')).toBe('small');
  expect(of('stranded b')).toBe('small');
  expect(of('stranded b', 'stranded c')).toBeNull();
  dismissSignal(ACCOUNT, ['stranded b', 'stranded c'], 'that one too', 8);
  expect(of('stranded a', 'stranded b', 'stranded c')).toBe('that one too');
  restoreSignal(ACCOUNT, ['stranded a', 'stranded b']);
  expect(of('stranded a')).toBeNull();
  expect(of('stranded c')).toBe('that one too');
});

test('names that an earlier version kept still hold, and leave the disk at once', async () => {
  const kept = {
    'new-merchant casino royale': { note: 'mine', atMs: 1 },
    'stranded-money a': { note: 'small', atMs: 2 },
  };
  localStorage.setItem(DISMISSALS_KEY, JSON.stringify({ byAccount: { [ACCOUNT]: kept } }));
  const { of } = await reloaded();
  expect(of('new-merchant casino royale')).toBe('mine');
  expect(of('stranded-money a')).toBe('small');
  expect(stored()).not.toMatch(/casino|stranded/i);
});

test('nothing is written where nothing was put aside', async () => {
  await reloaded();
  expect(localStorage).toHaveLength(0);
});
