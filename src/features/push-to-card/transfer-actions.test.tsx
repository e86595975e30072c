import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import { VaultError } from '#storage/vault-error.ts';
import type { Vault } from '#storage/vault.ts';
import { testTransfer } from '#testing/transfer.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { TransferActions } from './transfer-actions.tsx';

const URL_TEXT = 'https://pay.runa.io/CANARY';
const kept = { code: null, pin: null, url: Secret.of(URL_TEXT) };

function show(changes: Partial<Pick<Vault, 'read' | 'mark'>> = {}, item = testTransfer()) {
  const vault = { read: vi.fn(async () => kept), mark: vi.fn(async () => undefined), ...changes };
  const onChanged = vi.fn();
  const { container } = renderWithProviders(
    <TransferActions item={item} vault={vault} onChanged={onChanged} />,
  );
  return { vault, onChanged, container };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the link is read from the vault at the click, and gone from the page when it is hidden', async () => {
  const { vault, container } = show();
  expect(vault.read).not.toHaveBeenCalled();
  await press('Show the link');
  expect(screen.getByRole('link', { name: /Complete the transfer/ }).getAttribute('href')).toBe(URL_TEXT);
  await press('Hide the link');
  expect(container.innerHTML).not.toContain('CANARY');
});

test('a link shown before the lid closed is gone when it opens; its countdown is beside it', async () => {
  const { container } = show();
  await press('Show the link');
  expect(screen.getByRole('timer').getAttribute('aria-label')).toMatch(/^Hides in (29|30) seconds$/);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  act(() => void window.dispatchEvent(new Event('focus')));
  vi.restoreAllMocks();
  expect(container.innerHTML).not.toContain('CANARY');
});

test('another window takes the link away once its owner has set that', async () => {
  const { container } = show();
  usePreferences.setState({ hideOnBlur: true });
  await press('Show the link');
  act(() => void window.dispatchEvent(new Event('blur')));
  usePreferences.setState({ hideOnBlur: false });
  expect(container.innerHTML).not.toContain('CANARY');
});

test('marking it as completed is written down, hides the link, and can be taken back', async () => {
  const { vault, onChanged, container } = show();
  await press('Show the link');
  await press('Mark as completed');
  expect(vault.mark).toHaveBeenCalledWith('row-1', 'done', expect.any(Number));
  expect(onChanged).toHaveBeenCalledOnce();
  expect(container.innerHTML).not.toContain('CANARY');
});

test('a completed one can be taken back', async () => {
  const { vault } = show({}, testTransfer({ doneAtMs: 5 }));
  await press('Not completed after all');
  expect(vault.mark).toHaveBeenCalledWith('row-1', 'done', null);
});

test.each(['locked', 'damaged', 'unavailable'] as const)(
  'a vault that is %s says so in its own sentence',
  async (kind) => {
    show({ read: () => Promise.reject(new VaultError(kind)) });
    await press('Show the link');
    expect((await screen.findByRole('alert')).textContent).toBe(new VaultError(kind).message);
  },
);

test('a mark that cannot be written changes nothing', async () => {
  const { onChanged } = show({ mark: () => Promise.reject(new VaultError('unwritable')) });
  await press('Mark as completed');
  expect((await screen.findByRole('alert')).textContent).toBe(
    'That could not be saved on this device. Nothing was changed.',
  );
  expect(onChanged).not.toHaveBeenCalled();
});
