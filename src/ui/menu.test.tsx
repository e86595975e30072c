import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Menu } from './menu.tsx';

function setup() {
  const chosen = vi.fn<(key: string) => void>();
  const entry = (key: string) => ({ key, label: key, onSelect: () => chosen(key) });
  render(
    <>
      <Menu
        label="Account 0x9965…a4dc"
        entries={['Shopping agent', 'All accounts', 'Sign out', 'Sign out everywhere'].map(entry)}
      />
      <button type="button">Elsewhere</button>
    </>,
  );
  return {
    chosen,
    user: userEvent.setup(),
    button: screen.getByRole('button', { name: 'Account 0x9965…a4dc' }),
  };
}

const focused = () => document.activeElement?.textContent;

test('opens with the first item focused and says so on its button', async () => {
  const { user, button } = setup();
  expect(screen.queryByRole('menu')).toBeNull();
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('menu', { name: 'Account 0x9965…a4dc' })).toBeTruthy();
  expect(focused()).toBe('Shopping agent');
});

test('arrow keys go round, Home and End jump, letters find', async () => {
  const { user, button } = setup();
  button.focus();
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('Sign out everywhere');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Shopping agent');
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('Sign out everywhere');
  await user.keyboard('{Home}a');
  expect(focused()).toBe('All accounts');
  await user.keyboard('{End}');
  expect(focused()).toBe('Sign out everywhere');
});

test('Enter chooses once, closes, and gives the focus back', async () => {
  const { user, button, chosen } = setup();
  button.focus();
  await user.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen.mock.calls).toEqual([['Sign out']]);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('Escape closes without choosing and gives the focus back', async () => {
  const { user, button, chosen } = setup();
  await user.click(button);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(chosen).not.toHaveBeenCalled();
});

test('a press elsewhere and Tab close it', async () => {
  const { user, button } = setup();
  await user.click(button);
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(screen.queryByRole('menu')).toBeNull();
  await user.click(button);
  await user.tab();
  expect(screen.queryByRole('menu')).toBeNull();
});
