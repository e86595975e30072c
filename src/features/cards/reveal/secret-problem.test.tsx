import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
import { NoClipboard } from '#ui/copy-text.ts';
import { SecretProblem } from './secret-problem.tsx';

test.each<[string, unknown, RegExp]>([
  ['F16: plain http', new NoClipboard(), /Copying needs https.*Reveal the detail, then select it/],
  ['a browser that refuses', new DOMException('no', 'NotAllowedError'), /did not allow copying/],
  ['Laso out of reach', new LasoError('offline', 'no'), /Laso could not be reached/],
])('%s: it is said why a detail was not copied, and what to do', (_what, error, words) => {
  render(<SecretProblem error={error} />);
  expect(screen.getByRole('alert').textContent).toMatch(words);
});
