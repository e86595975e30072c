import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { UsCardsOfTheDay } from './us-card-limits.tsx';

test('from the sixth card of a day on it is said that Laso may refuse, before that nothing', () => {
  const { rerender, container } = render(<UsCardsOfTheDay count={5} />);
  expect(container.textContent).toBe('');
  rerender(<UsCardsOfTheDay count={6} />);
  expect(screen.getByRole('status').textContent).toMatch(/ordered 6 U\.S\. cards in the last 24 hours/);
  expect(screen.getByRole('status').textContent).toMatch(/may refuse another one today/);
});
