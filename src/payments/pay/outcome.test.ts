import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject } from '../quote/json-object.ts';
import { outcomeOf, type FindProduct } from './outcome.ts';
import { PAYER } from '../testing/order-builders.ts';
import type { Settlement } from './settlement.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const card: FindProduct = (body) =>
  isJsonObject(body) && typeof body['card_id'] === 'string' ? { cardId: body['card_id'] } : null;
const settlement = (success: boolean, errorReason: string | null = null): Settlement => ({
  success,
  transaction: '0x1',
  network: null,
  payer: null,
  errorReason,
});
const ORDER = { row: { id: 'order-1', payer: PAYER, knownProductIds: ['old'] }, rows: [] };
const answered = (
  status: number,
  body: unknown,
  settled: ReturnType<typeof settlement> | null = null,
): PaidAnswer => ({ kind: 'answered', status, contentType: 'application/json', body, settlement: settled });

test.each<[string, PaidAnswer, string]>([
  ['a 2xx with the product', answered(200, { card_id: 'c' }, settlement(true)), 'delivered'],
  ['a 2xx with the product, settlement hidden', answered(201, { card_id: 'c' }), 'delivered'],
  ['a settled 2xx without product', answered(200, { ok: 1 }, settlement(true)), 'paid-not-delivered'],
  ['a settled 2xx that is no JSON', answered(200, null, settlement(true)), 'unknown'],
  ['a 2xx whose body says success, without product', answered(200, { success: true }), 'paid-not-delivered'],
  ['a 2xx that says nothing', answered(200, {}), 'unknown'],
  ['a 2xx whose settlement failed', answered(200, { success: true }, settlement(false)), 'unknown'],
  [
    'a second 402',
    answered(402, { success: false, errorReason: 'insufficient_funds' }, settlement(false)),
    'unknown',
  ],
  ['a fresh challenge', answered(402, {}), 'unknown'],
  ['a 402 that holds the product', answered(402, { card_id: 'c' }), 'unknown'],
  ['frozen after payment', answered(403, { frozen_message: 'Frozen' }), 'unknown'],
  ['500 after settlement', answered(500, { card_id: 'c' }, settlement(true)), 'unknown'],
  ['silence', { kind: 'silent', cause: new TypeError('Failed to fetch'), settlement: null }, 'unknown'],
])('%s is %s', (_name, answer, state) => expect(outcomeOf(answer, card, ORDER).state).toBe(state));

test('nothing but a 2xx is ever more than unknown', () => {
  const status = fc.integer({ min: 100, max: 599 }).filter((code) => code < 200 || code > 299);
  fc.assert(
    fc.property(status, fc.jsonValue(), fc.boolean(), (code, body, success) => {
      expect(outcomeOf(answered(code, body, settlement(success)), () => ({ cardId: 'c' }), ORDER).state).toBe(
        'unknown',
      );
    }),
  );
});

test('the server’s words are told, together with what they do not prove', () => {
  const { reason } = outcomeOf(
    answered(402, { success: false, errorMessage: 'Not enough USDC' }),
    card,
    ORDER,
  );
  expect(reason).toBe(
    'Laso answered that the payment is not settled (402). Laso says: “Not enough USDC” That does not prove that nothing was paid.',
  );
});

test('a reader that throws has found no product', () => {
  expect(
    outcomeOf(
      answered(200, {}, settlement(true)),
      (body) => ({
        cardId: String(JSON.parse(`{${String(body)}`)),
      }),
      ORDER,
    ).state,
  ).toBe('paid-not-delivered');
});

test.each<[string, PaidAnswer, boolean | undefined, string | null]>([
  [
    'a refusal with a reason',
    answered(
      402,
      { success: false, errorReason: 'insufficient_funds' },
      { ...settlement(false), transaction: null },
    ),
    true,
    null,
  ],
  ['settlement_pending', answered(402, {}, settlement(false, 'settlement_pending')), false, '0x1'],
  [
    'a used number',
    answered(402, { success: false, errorReason: 'invalid_exact_evm_nonce_already_used' }),
    false,
    null,
  ],
  [
    'a failed transaction',
    answered(402, {}, settlement(false, 'invalid_exact_evm_transaction_failed')),
    false,
    '0x1',
  ],
  [
    'the same words with a 500',
    answered(500, { error: 'x', errorReason: 'insufficient_funds' }),
    false,
    null,
  ],
  ['a fresh challenge', answered(402, {}), undefined, null],
  ['a transaction in the body', answered(402, { error: 'x', transaction: '0x2' }), false, '0x2'],
])('%s is at most a hint', (_name, answer, probablyNotCharged, transaction) => {
  const outcome = outcomeOf(answer, card, ORDER);
  expect(outcome).toMatchObject({ state: 'unknown', transaction });
  expect(outcome.hint?.probablyNotCharged).toBe(probablyNotCharged);
});

const IN_BALANCE = /probably in your Laso account balance: a withdrawal takes it back\. Do not pay again/;

test.each<[string, number, object, RegExp]>([
  ['451', 451, { error: 'Unavailable' }, /does not sell this where you are/],
  ['region', 403, { error: 'Not available in your region' }, /does not sell this where you are/],
  ['daily limit', 403, { error: 'Daily card limit reached' }, /limit for one day is reached/],
  ['daily limit by code', 429, { error: 'No.', code: 'daily_limit' }, /limit for one day is reached/],
  ['stock', 409, { error: 'Out of stock' }, /none of these left/],
  [
    'frozen',
    403,
    { error: 'Account is frozen', frozen_message: 'In review.' },
    /has frozen this account.*“In review\.”/,
  ],
  ['identity', 403, { error: 'Verify.', code: 'kyc_required' }, /verify the identity/],
  ['condition', 412, { error: 'No profile' }, /condition that Laso sets.*\(412\)/],
  ['gone', 410, { error: 'Gone' }, /not offered any more \(410\)/],
  ['reused', 422, { error: 'Used before' }, /does not accept this order/],
  ['bad', 400, { error: 'Too small' }, /does not accept this order/],
  ['conflict', 409, { error: 'Running' }, /still working on an earlier request \(409\)/],
  ['limited', 429, { error: 'Slow down' }, /asks you to wait/],
  ['unknown', 404, { error: 'Not found' }, /does not know what was ordered \(404\)/],
  ['token', 401, { error: 'Bad token' }, /refused this order \(401\)/],
  ['fault', 500, { error: 'Oops' }, /has a problem right now \(500\)/],
  ['a 402 without a word', 402, {}, /402 without a word, as if no payment had come/],
])(
  'refused after the payment (%s): its own sentence, unknown, and where the money then is',
  (_what, status, body, sentence) => {
    const { state, reason } = outcomeOf(answered(status, body), () => null, ORDER);
    expect(state).toBe('unknown');
    expect(reason).toMatch(sentence);
    expect(reason).toMatch(IN_BALANCE);
    expect(reason).not.toMatch(/another account|Nothing was paid/);
  },
);

test('after the payment, Laso’s advice is quoted as Laso’s, and our warning has the last word', () => {
  const body = {
    success: false,
    errorMessage: 'Not enough.',
    x_laso_guidance: 'Nothing was charged: retry.',
  };
  expect(outcomeOf(answered(402, body), () => null, ORDER).reason).toMatch(
    /Laso advises: “Nothing was charged: retry\.” That does not prove that nothing was paid\.$/,
  );
});

test('a reason that stands in the settlement’s header alone is quoted', () => {
  expect(
    outcomeOf(answered(402, {}, settlement(false, 'settlement_pending')), () => null, ORDER).reason,
  ).toContain('Laso says: “settlement_pending”');
});

test('words of something between are its own, and say nothing of region or stock', () => {
  const { reason, hint } = outcomeOf(
    answered(403, { detail: 'Not available in your region' }),
    () => null,
    ORDER,
  );
  expect(reason).toBe(
    'Something between this page and Laso answered (403), not Laso. It says: “Not available in your region” That does not prove that nothing was paid.',
  );
  expect(hint).toBeNull();
});
