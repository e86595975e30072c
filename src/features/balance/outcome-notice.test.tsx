import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import type { NotSent } from './mutations.ts';
import { OutcomeNotice } from './outcome-notice.tsx';

const REFUSED: [kind: LasoErrorKind, sentence: string][] = [
  ['bad-request', 'Laso did not accept this withdrawal.'],
  ['unauthorized', 'Laso did not accept this session.'],
  ['forbidden', 'Laso refused this withdrawal.'],
  ['frozen', 'Laso has frozen this account.'],
  ['not-found', 'This account has no balance at Laso to withdraw from.'],
  ['session-ended', 'The session of this account has ended.'],
];

test.each(REFUSED)('"%s" is a sentence of its own, and says that nothing was withdrawn', (kind, sentence) => {
  render(<OutcomeNotice outcome={{ kind: 'refused', error: new LasoError(kind, 'x') }} />);
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain(sentence);
  expect(alert.textContent).toContain('Nothing was withdrawn.');
});

const NOT_SENT: [why: NotSent, sentence: string][] = [
  ['busy', 'A withdrawal from this account is already being sent.'],
  ['no-locks', 'cannot guarantee that a withdrawal is sent only once'],
  ['open', 'An earlier withdrawal is not settled yet.'],
  ['changed', 'There is a newer withdrawal than the ones you saw.'],
  ['history', 'Your earlier withdrawals could not be read first.'],
  ['storage', 'This browser cannot keep a record of the withdrawal'],
];

test.each(NOT_SENT)('not sent because of "%s" is said so', (why, sentence) => {
  const error = new LasoError('offline', 'x');
  render(<OutcomeNotice outcome={{ kind: 'not-sent', why, error }} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain(sentence);
  expect(text).toContain('Nothing was withdrawn this time.');
  expect(text.includes('Laso could not be reached.')).toBe(why === 'history');
});

test('what is not known is not called anything here', () => {
  const { container } = render(<OutcomeNotice outcome={{ kind: 'unknown' }} />);
  expect(container.textContent).toBe('');
});
