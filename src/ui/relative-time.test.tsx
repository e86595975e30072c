import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataAge } from './data-age.tsx';
import { formatDayLabel } from './day-label.tsx';
import { formatExactTime, formatRelativeTime } from './format-time.ts';
import { RelativeTime } from './relative-time.tsx';

const NOW = Date.parse('2026-11-21T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('a time on screen grows older by itself', () => {
  render(<RelativeTime ms={NOW - 30_000} />);
  expect(screen.getByText('just now')).toBeTruthy();
  later(60_000);
  expect(screen.getByText('1 min ago')).toBeTruthy();
});

test('the exact time with its zone is one hover away', () => {
  render(<RelativeTime ms={NOW} />);
  const time = screen.getByText('just now');
  expect(time.getAttribute('datetime')).toBe('2026-11-21T12:00:00.000Z');
  expect(time.title).toBe(formatExactTime(NOW));
  expect(time.title).toMatch(/2026.*(GMT|UTC|[A-Z]{3})/);
});

const words = (ms: number) => formatRelativeTime(NOW + ms, NOW);

test('words for near and far, before and after', () => {
  expect(words(-59 * 60_000)).toBe('59 min ago');
  expect(words(3 * 3_600_000)).toBe('in 3 h');
  expect(words(-6 * 86_400_000)).toBe('6 d ago');
  expect(words(-8 * 86_400_000)).toBe('Nov 13');
  expect(words(-400 * 86_400_000)).toBe('Oct 17, 2025');
});

test('data turns stale on screen when nothing new arrives', () => {
  render(<DataAge updatedAt={NOW - 12_000} staleAfterMs={60_000} />);
  expect(screen.getByText('Updated 12 s ago')).toBeTruthy();
  later(50_000);
  expect(screen.getByText('Stale: updated 1 min ago')).toBeTruthy();
});

test('a clock runs only while a component uses it', () => {
  const { unmount } = render(<DataAge updatedAt={NOW} />);
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('days are named from the reader, and a plain day is never shifted', () => {
  expect(formatDayLabel('2026-11-21', '2026-11-21')).toBe('Today');
  expect(formatDayLabel('2026-10-31', '2026-11-01')).toBe('Yesterday');
  expect(formatDayLabel('2026-01-15', '2026-11-21')).toBe('Thursday, January 15');
  expect(formatDayLabel('2025-01-15', '2026-11-21')).toBe('Wednesday, January 15, 2025');
  expect(formatDayLabel('soon', '2026-11-21')).toBe('soon');
});
