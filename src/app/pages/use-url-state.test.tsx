import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { expect, test } from 'vitest';
import { useUrlState } from './use-url-state.ts';

const USUAL = { q: '', sort: '-ordered' };

/** The state of a page, its address, and the router's own way to other addresses. */
function page(address: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={['/before', address]} initialIndex={1}>
      {children}
    </MemoryRouter>
  );
  const { result } = renderHook(
    () => {
      const [values, change] = useUrlState(USUAL);
      const { search, pathname } = useLocation();
      return { values, change, address: pathname + search, navigate: useNavigate() };
    },
    { wrapper },
  );
  return {
    now: () => result.current,
    change: (...given: Parameters<typeof result.current.change>) =>
      act(async () => result.current.change(...given)),
    go: (to: string | number) =>
      act(async () => {
        await (typeof to === 'number' ? result.current.navigate(to) : result.current.navigate(to));
      }),
  };
}

test('an address is what the page begins with; what it does not name is as usual', () => {
  const { now } = page('/cards?q=ink&other=1');
  expect(now().values).toEqual({ q: 'ink', sort: '-ordered' });
});

test('what is usual is not in the address, and the rest always stands in the same order beside foreign parameters', async () => {
  const { now, change } = page('/cards?other=1');
  await change({ sort: 'left' }, 'chosen');
  await change({ q: 'ink' }, 'typed');
  expect(now().address).toBe('/cards?other=1&q=ink&sort=left');
  await change({ sort: '-ordered', q: '' }, 'chosen');
  expect(now().address).toBe('/cards?other=1');
});

test('Back and Forward undo and repeat what was chosen; typing makes no stops on the way', async () => {
  const { now, change, go } = page('/cards');
  await change({ q: 'i' }, 'typed');
  await change({ q: 'in' }, 'typed');
  await change({ sort: 'left' }, 'chosen');
  await go(-1);
  expect(now().values).toEqual({ q: 'in', sort: '-ordered' });
  await go(1);
  expect(now().values).toEqual({ q: 'in', sort: 'left' });
  await go(-1);
  await go(-1);
  expect(now().address).toBe('/before');
});

test('a link to the bare page clears it', async () => {
  const { now, go } = page('/cards?q=ink&sort=left');
  await go('/cards');
  expect(now().values).toEqual(USUAL);
});
