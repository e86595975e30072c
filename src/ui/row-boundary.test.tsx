import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RowBoundary } from './row-boundary.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const entries = [
  { id: 'a', name: 'First' },
  { id: 'b', name: null },
  { id: 'c', name: 'Third' },
];

type Entry = { id: string; name: string | null };

function drawName({ name }: Entry): string {
  if (name === null) throw new Error('token=eyJhbGciOi.secret');
  return name;
}

const List = ({ of }: { of: readonly Entry[] }) => (
  <ul>
    {of.map((entry) => (
      <RowBoundary key={entry.id} version={entry} what="This card" frame={(words) => <li>{words}</li>}>
        {() => <li>{drawName(entry)}</li>}
      </RowBoundary>
    ))}
  </ul>
);

const shown = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('A5: an entry that cannot be drawn says so in one line, and the others stand', () => {
  render(<List of={entries} />);
  expect(shown()).toEqual(['First', 'This card cannot be shown. The others are not affected.', 'Third']);
  expect(document.body.textContent).not.toMatch(/token|secret/);
});

test('A5: an entry that comes again in a form that can be drawn is shown', () => {
  const { rerender } = render(<List of={entries} />);
  rerender(<List of={entries.map((entry) => ({ ...entry, name: entry.name ?? 'Second' }))} />);
  expect(shown()).toEqual(['First', 'Second', 'Third']);
});
