import { expect, test } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { explainSignIn } from './explain-sign-in.ts';
import { SignInError } from './sign-in-error.ts';

test('a refused signature and terms hidden by CORS are two things', () => {
  const refused = explainSignIn(new LasoError('payment-required', 'x', { status: 402 }));
  const hidden = explainSignIn(new LasoError('bad-answer', 'x', { status: 402 }));
  expect(refused.title).toBe('Laso did not accept the signature.');
  expect(hidden.detail).toContain('CORS');
});

test('every reason has words of its own, and none of them leaves open what happened to the money', () => {
  const reasons = ['other-account', 'other-project', 'not-offered', 'stale', 'changed'] as const;
  const titles = reasons.map((reason) => explainSignIn(new SignInError(reason)).title);
  expect(new Set(titles).size).toBe(reasons.length);
});

test("the wallet's own sentence is kept, with Laso's words beside it", () => {
  const error = new PaymentError('frozen', 'Frozen.', { serverMessage: 'Ask us.' });
  expect(explainSignIn(error)).toEqual({ title: 'Frozen.', detail: 'Laso says: “Ask us.”' });
});

test('other failures of Laso are explained as everywhere', () => {
  expect(explainSignIn(new LasoError('offline', 'x')).title).toBe('Laso could not be reached.');
});
