import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CopyButton } from './copy-button.tsx';

const NUMBER = '4111111111114242';

test('copies a text that is fetched at the click, without putting it into the page', async () => {
  const user = userEvent.setup();
  const getText = vi.fn<() => Promise<string>>(() => Promise.resolve(NUMBER));
  const onCopied = vi.fn<() => void>();
  const { container } = render(<CopyButton label="Copy card number" getText={getText} onCopied={onCopied} />);
  expect(getText).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Copy card number' }));
  expect(await screen.findByText('Copy card number: copied')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(NUMBER);
  expect(onCopied).toHaveBeenCalledOnce();
  expect(container.innerHTML).not.toContain(NUMBER);
});

test('F16: on plain http, where there is no clipboard, nothing is fetched and it says that https is needed', async () => {
  const user = userEvent.setup();
  const getText = vi.fn<() => string>(() => NUMBER);
  const onFailed = vi.fn<(error: unknown) => void>();
  const clipboard = vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Reflect.get({}, 'clipboard'));
  render(<CopyButton label="Copy card number" getText={getText} onFailed={onFailed} />);
  await user.click(screen.getByRole('button', { name: 'Copy card number' }));
  expect(await screen.findByText('Not copied: this needs https')).toBeTruthy();
  expect(getText).not.toHaveBeenCalled();
  expect(onFailed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'NoClipboard' }));
  clipboard.mockRestore();
});

test('keeps its name after copying, so that it can be found again', async () => {
  const user = userEvent.setup();
  render(<CopyButton label="Copy CVV" getText={() => '123'} />);
  await user.click(screen.getByRole('button', { name: 'Copy CVV' }));
  await screen.findByText('Copy CVV: copied');
  expect(screen.getByRole('button', { name: 'Copy CVV' })).toBeTruthy();
});

test('says when nothing was copied, and tells the caller why', async () => {
  const user = userEvent.setup();
  const onFailed = vi.fn<(error: unknown) => void>();
  const refused = new Error('refused');
  render(<CopyButton label="Copy CVV" getText={() => Promise.reject(refused)} onFailed={onFailed} />);
  await user.click(screen.getByRole('button', { name: 'Copy CVV' }));
  expect((await screen.findByText('Not copied')).closest('output')).toBeTruthy();
  expect(onFailed).toHaveBeenCalledExactlyOnceWith(refused);
});
