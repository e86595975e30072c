import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MaskedValue } from './masked-value.tsx';

const mask = { label: 'Card number', masked: '•••• •••• •••• 4242', maskedSpoken: 'hidden, ends in 4242' };

test('while masked the page holds the mask for the eye and words for a screen reader', () => {
  const { container } = render(<MaskedValue {...mask} value={null} />);
  expect(container.textContent).toBe('Card number: •••• •••• •••• 4242hidden, ends in 4242');
  expect(screen.getByText('hidden, ends in 4242').className).toContain('sr-only');
});

test('what was revealed leaves the page when it is hidden again', () => {
  const { container, rerender } = render(<MaskedValue {...mask} value="4111 1111 1111 4242" />);
  expect(screen.getByText('4111 1111 1111 4242').getAttribute('translate')).toBe('no');
  rerender(<MaskedValue {...mask} value={null} />);
  expect(container.innerHTML).not.toContain('1111');
});
