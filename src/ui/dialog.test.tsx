import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { Dialog } from './dialog.tsx';

// jsdom has the element but not its methods.
function open(this: HTMLDialogElement) {
  this.open = true;
}
function close(this: HTMLDialogElement) {
  this.open = false;
}
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= open;
  HTMLDialogElement.prototype.close ??= close;
});

test('nothing of a closed dialog is in the page', () => {
  const { container } = render(
    <Dialog open={false} onClose={() => {}} title="Redemption code">
      GIFT-1234
    </Dialog>,
  );
  expect(container.innerHTML).toBe('');
});

test('is named by its title and closes by its button', async () => {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog open onClose={onClose} title="Sign out?">
      Two payments stay here.
    </Dialog>,
  );
  expect(screen.getByRole('dialog', { name: 'Sign out?' })).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Sign out?');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('offers no way out while closing would lose something', () => {
  render(
    <Dialog open onClose={() => {}} title="Paying" dismissible={false}>
      Do not close.
    </Dialog>,
  );
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});
