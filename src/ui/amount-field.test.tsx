import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { AmountField } from './amount-field.tsx';

function Form() {
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setError('Enter an amount.');
      }}
    >
      <AmountField error={error} />
      <button type="submit">Review</button>
    </form>
  );
}

test('F15: what is wrong is an alert, and the field gets the focus each time', async () => {
  render(<Form />);
  const field = screen.getByRole('textbox', { name: 'Amount' });
  for (let round = 0; round < 2; round += 1) {
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(screen.getByRole('alert').textContent).toBe('Enter an amount.');
    await waitFor(() => expect(document.activeElement).toBe(field));
  }
  expect(field.getAttribute('inputmode')).toBe('decimal');
});
