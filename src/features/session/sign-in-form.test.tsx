import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SignInForm } from './sign-in-form.tsx';

function form() {
  const onLink = vi.fn();
  render(<SignInForm keep={false} onKeepChange={() => {}} onLink={onLink} />);
  return { onLink, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Login link/ }) };
}

test('F7: the field keeps line breaks, and Enter submits', async () => {
  const { onLink, field } = form();
  await userEvent.click(field);
  await userEvent.paste('https://laso.finance/?auth\r\n  Token=abcd');
  expect(field.value).toContain('\n');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(onLink).toHaveBeenCalledWith({ authTokens: ['abcd'], codes: [] }));
  expect(field.value).toBe('');
});

test('F7: what cannot be read stays in the field, with a sentence', async () => {
  const { onLink, field } = form();
  await userEvent.click(field);
  for (const [pasted, sentence] of [
    ['hello, where is my link?', 'This contains no login link.'],
    ['https://laso.finance/auth?code=abcdefgh\nijkl', 'This link is broken into lines'],
    ['a'.repeat(100_001), 'This is far too long for a login link.'],
  ] as const) {
    await userEvent.clear(field);
    await userEvent.paste(pasted);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(sentence));
    expect(field.value).toBe(pasted);
  }
  expect(onLink).not.toHaveBeenCalled();
});
