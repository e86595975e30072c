import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
import { OutcomeNotice } from './outcome-notice.tsx';
import type { NotSent } from './withdrawal-rules.ts';

const NOT_SENT: [why: NotSent, sentence: string][] = [
  ['busy', 'A withdrawal from this account is already being sent.'],
  ['no-locks', 'cannot guarantee that a withdrawal is sent only once'],
  ['open', 'An earlier withdrawal is not settled yet.'],
  ['changed', 'There is a newer withdrawal than the ones you saw.'],
  ['history', 'Your earlier withdrawals could not be read first.'],
  ['balance', 'Your balance could not be read first.'],
  ['unreadable-record', 'a record of an earlier withdrawal that cannot be read'],
  ['session', 'The session of this account has ended.'],
  ['storage', 'This browser cannot keep a record of the withdrawal'],
];

test.each(NOT_SENT)('not sent because of "%s" is said so', (why, sentence) => {
  const error = new LasoError('offline', 'x');
  render(<OutcomeNotice outcome={{ kind: 'not-sent', why, error }} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain(sentence);
  expect(text).toContain('Nothing was withdrawn this time.');
  expect(text.includes('Laso could not be reached.')).toBe(['history', 'balance'].includes(why));
});

test('what is not known is not called anything here', () => {
  const { container } = render(<OutcomeNotice outcome={{ kind: 'recorded' }} />);
  expect(container.textContent).toBe('');
});
