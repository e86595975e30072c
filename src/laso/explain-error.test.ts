import { expect, test } from 'vitest';
import { explainError } from './explain-error.ts';
import { explainLinkError } from './explain-link.ts';
import { getAccountBalance } from './get-account-balance.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, testClient } from '#testing/laso-client.ts';

const words = (error: unknown) => Object.values(explainError(error)).join(' ');

test("a frozen account is explained in Laso's words", () => {
  const text = words(
    new LasoError('frozen', 'x', {
      status: 403,
      serverMessage: 'This account is frozen.',
      frozenMessage: 'Pending a review.',
    }),
  );
  expect(text).toContain('“Pending a review.”');
  expect(text).toContain('Laso has frozen this account.');
});

const limited = (retryAfterMs: number | null) =>
  words(new LasoError('rate-limited', 'x', { serverMessage: 'Daily limit reached', retryAfterMs }));

test("the server's reason is quoted, with the time it asks to wait", () => {
  expect(limited(41_000)).toContain('“Daily limit reached” Try again in 41 seconds.');
  expect(limited(1_000)).toContain('in 1 second.');
  expect(limited(272_000)).toContain('in 5 minutes.');
  expect(limited(null)).toContain('Try again later.');
});

test.each([200, 401, 403, 404, 429])(
  'F19: a page with %i between us and Laso is called that, and blames neither account nor session',
  async (status) => {
    const login = new Response('<title>Hotel</title>', {
      status,
      headers: { 'Content-Type': 'text/html' },
    });
    const reading = getAccountBalance(testClient(answering(login)).client, ACCOUNT);
    const text = words(await reading.catch((error: unknown) => error));
    expect(text).toMatch(/Something between this page and Laso answered.*login page of your network/);
    expect(text).toContain('figures on screen are the last known');
    expect(text).not.toMatch(/another account|update|sign in again|used already|Laso says/);
  },
);

test('code words of the identity service are not shown to people', () => {
  const error = new LasoError('link-refused', 'x', { serverMessage: 'INVALID_CUSTOM_TOKEN' });
  expect(Object.values(explainLinkError(error)).join(' ')).not.toContain('INVALID');
});

test('an unexpected error shows nothing of itself (S25)', () => {
  expect(words(new Error('Bearer eyJabc at line 7'))).not.toMatch(/eyJ|line/);
  expect(words('text')).toBe(words(undefined));
});
