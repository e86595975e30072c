import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { RadioGroup } from './radio-group.tsx';
import { TextField } from './text-field.tsx';

test('a field is read with its error first and its hint after', () => {
  render(<TextField label="Amount" prefix="$" hint="From $5 to $1,000." error="$2 is less than $5." />);
  const field = screen.getByRole('textbox', { name: 'Amount' });
  const read = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent);
  expect(read).toEqual(['$2 is less than $5.', 'From $5 to $1,000.']);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a search field is a searchbox', () => {
  render(<TextField label="Search cards" labelHidden type="search" />);
  expect(screen.getByRole('searchbox', { name: 'Search cards' })).toBeTruthy();
});

test('radios are named by their label alone and report the choice', async () => {
  const chosen = vi.fn<(value: string) => void>();
  function Network() {
    const [value, setValue] = useState<'base' | 'solana'>('base');
    const choose = (next: 'base' | 'solana') => {
      chosen(next);
      setValue(next);
    };
    const options = [
      { value: 'base', label: 'Base', hint: 'USDC on Base' },
      { value: 'solana', label: 'Solana', hint: 'USDC on Solana' },
    ] as const;
    return <RadioGroup legend="Network" options={options} value={value} onChange={choose} />;
  }
  render(<Network />);
  expect(screen.getByRole('group', { name: 'Network' })).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('radio', { name: 'Solana' }));
  expect(chosen.mock.calls).toEqual([['solana']]);
});
