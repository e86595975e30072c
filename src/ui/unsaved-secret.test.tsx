import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { UnsavedSecret } from './unsaved-secret.tsx';

test('a browser that refuses again leaves the warning and both ways out', async () => {
  const user = userEvent.setup();
  const saveAgain = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('quota')));
  const onSaved = vi.fn<() => void>();
  render(<UnsavedSecret what="code" saveAgain={saveAgain} onSaved={onSaved} />);
  expect(screen.getByRole('alert').textContent).toContain('you lose this code when you close this tab');
  await user.click(screen.getByRole('button', { name: 'Try saving again' }));
  expect(saveAgain).toHaveBeenCalledOnce();
  expect(screen.getByRole('alert').textContent).toContain('This browser still refuses.');
  await user.click(screen.getByRole('button', { name: 'I have saved it' }));
  expect(onSaved).toHaveBeenCalledOnce();
});
