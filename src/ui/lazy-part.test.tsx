import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { lazyPart } from './lazy-part.tsx';

function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>;
}

test('a part that cannot be fetched says so alone, and comes when it is tried again', async () => {
  const load = vi.fn(async () => Greeting);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = lazyPart('The greeting', load, 'One moment');
  render(
    <>
      <p>What you bought</p>
      <Part name="Ada" />
    </>,
  );
  expect(document.body.textContent).toContain('One moment');
  expect((await screen.findByRole('alert')).textContent).toMatch(/^The greeting could not be loaded\./);
  expect(document.body.textContent).not.toContain('dynamically');
  expect(screen.getByText('What you bought')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello Ada')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(load).toHaveBeenCalledTimes(2);
});

test('once it was fetched it is there at once', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = lazyPart('The greeting', load);
  const { unmount } = render(<Part name="Ada" />);
  await screen.findByText('Hello Ada');
  unmount();
  render(<Part name="Bob" />);
  expect(screen.getByText('Hello Bob')).toBeDefined();
  expect(load).toHaveBeenCalledTimes(1);
});
