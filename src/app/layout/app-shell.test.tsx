import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { AppShell } from './app-shell.tsx';

const labels = ['Overview', 'Cards', 'Order card', 'Gift cards', 'Balance', 'Payments'];
const navigation = labels.map((label, index) => ({
  label,
  to: index === 0 ? '/' : `/${label.toLowerCase().replace(' ', '-')}`,
}));

const shell = (path = '/') =>
  renderWithProviders(
    <AppShell navigation={navigation} account={<button type="button">Account A</button>}>
      <h1>Overview</h1>
    </AppShell>,
    { path },
  );

test('there is one navigation, one main, and the page on screen is marked', () => {
  shell('/cards');
  const main = screen.getByRole('navigation', { name: 'Main' });
  expect(
    within(main)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(labels);
  expect(within(main).getByRole('link', { current: 'page' }).textContent).toBe('Cards');
  expect(screen.getByRole('main')).toBeTruthy();
});

test('More opens the rest and closes on going there', async () => {
  const user = userEvent.setup();
  shell();
  const more = screen.getByRole('button', { name: 'More' });
  expect(more.getAttribute('aria-controls')).toBeNull();
  await user.click(more);
  expect(more.getAttribute('aria-expanded')).toBe('true');
  const sheet = document.getElementById(more.getAttribute('aria-controls') ?? '');
  if (!sheet) throw new Error('More controls nothing');
  expect(
    within(sheet)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(labels.slice(4));
  await user.click(within(sheet).getByRole('link', { name: 'Payments' }));
  expect(more.getAttribute('aria-expanded')).toBe('false');
  expect(sheet.isConnected).toBe(false);
});
