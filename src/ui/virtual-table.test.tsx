import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { VirtualTable } from './virtual-table.tsx';

afterEach(() => void vi.unstubAllGlobals());

const draw = (narrow: boolean) => {
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { matches: narrow && media.includes('width < 48rem') }),
  );
  vi.stubGlobal('scrollTo', () => undefined);
  return render(
    <VirtualTable
      label="Cards"
      columns={[{ key: 'name', header: 'Name', cell: (row: string) => row, width: 'flex-1' }]}
      rows={['one']}
      rowKey={(row) => row}
      sort={{ key: 'name', descending: false }}
      onSort={() => undefined}
    />,
  );
};

test('headings sort where they are in sight', () => {
  draw(false);
  expect(screen.getAllByRole('button', { name: 'Name' })).toHaveLength(1);
});

test('where the header is only read out it takes no keyboard focus, and still says how rows are sorted', () => {
  draw(true);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
});
