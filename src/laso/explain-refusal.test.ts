import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createLasoClient } from './client.ts';
import { explainRefusal, wordsOfCode } from './explain-code.ts';
import { explainError } from './explain-error.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, json } from '#testing/laso-client.ts';
import { wireText } from './wire.ts';

const failureOf = async (answer: Response): Promise<LasoError> => {
  // A Bearer that no example's words contain: what we sent is taken out of them.
  const token = async () => 'bearer-canary';
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    fetch: answering(answer).fetch,
    tokens: { bearer: token, renew: token },
  });
  const reading = client.write({
    account: ACCOUNT,
    path: '/x',
    body: {},
    schema: z.object({ ok: wireText }),
  });
  const error: unknown = await reading.catch((caught: unknown) => caught);
  if (error instanceof LasoError) return error;
  throw new Error('expected a LasoError');
};
const words = (error: unknown, explain = explainError) => Object.values(explain(error)).join(' ');

/** Every status of laso-api.md §2.1, and the 403s that mean something else. */
const STATUSES: [what: string, status: number, body: object, sentence: string][] = [
  ['400', 400, {}, 'Laso did not accept the request.'],
  ['401', 401, {}, 'Laso did not accept this session.'],
  ['402', 402, { note: 'Fund it.' }, 'Laso answered that a balance is too low for this.'],
  ['403', 403, {}, 'Laso refused this.'],
  ['403 frozen', 403, { frozen_message: 'In review.' }, 'Laso has frozen this account.'],
  ['403 region', 403, { error: 'Not offered in your country' }, 'Laso does not offer this where you are.'],
  ['403 identity', 403, { code: 'kyc_required' }, 'Laso wants to verify the holder’s identity first.'],
  ['404', 404, {}, 'Laso does not know this.'],
  ['409', 409, {}, 'Laso is already working on this.'],
  ['410', 410, {}, 'This is not there any more.'],
  ['412', 412, {}, 'Laso asks for something else first.'],
  ['422', 422, {}, 'Laso cannot carry this out as it was sent.'],
  ['429', 429, {}, 'Too many requests for now.'],
  ['451', 451, {}, 'Laso does not offer this where you are.'],
  ['500', 500, {}, 'Laso has a problem at the moment.'],
];

test.each(STATUSES)('%s has its own sentence', async (_what, status, body, sentence) => {
  expect(explainRefusal(await failureOf(json({ error: 'Because.', ...body }, status))).title).toBe(sentence);
});

test('only one status shares its sentence: 451 and a 403 that names the region', () => {
  const titles = STATUSES.map(([, , , sentence]) => sentence);
  expect(new Set(titles).size).toBe(titles.length - 1);
});

const CODES = [
  'invalid_solana_address',
  'invalid_display_name',
  'invalid_archived',
  'amount_below_minimum',
  'amount_above_maximum',
  'invalid_destination_address',
  'insufficient_card_balance',
  'withdrawals_disabled',
  'withdrawals_unavailable',
  'withdrawal_rejected',
  'idempotency_key_invalid',
  'invalid_code',
  'kyc_required',
  'unknown_laso_server_id',
  'payment_not_found',
  'idempotency_key_in_progress',
  'idempotency_key_reused',
];

test('each code that the documents name has its own sentence, and is itself never shown', async () => {
  const titles = new Set<string>();
  for (const code of CODES) {
    const error = await failureOf(json({ error: 'Because.', code, hint: 'Do this.' }, 400));
    expect(error.code).toBe(code);
    const { title, detail } = explainRefusal(error);
    expect(title, code).toBe(wordsOfCode(code)?.title);
    expect(detail, code).toContain('Laso says: “Because.” Laso advises: “Do this.”');
    expect(title + detail).not.toContain(code);
    titles.add(title);
  }
  expect(titles.size).toBe(CODES.length);
});

test.each(['a_code_of_next_year', 'constructor', '__proto__', '<img src=x>', 7, null, {}])(
  'the unknown code %j changes nothing and is not shown',
  async (code) => {
    const known = await failureOf(json({ error: 'Because.' }, 400));
    const error = await failureOf(json({ error: 'Because.', code }, 400));
    expect(explainRefusal(error)).toEqual(explainError(known));
  },
);

test('"terminal" is said, in place of "try again"', async () => {
  const text = words(await failureOf(json({ error: 'Over.', terminal: true, hint: 'Start again.' }, 410)));
  expect(text).toContain('Laso says: “Over.” Laso advises: “Start again.” Laso says that this is final');
  expect(text).not.toMatch(/try again/i);
});

test('a region is never confused with another account', async () => {
  for (const answer of [json({ error: 'x' }, 451), json({ error: 'Not in your region' }, 403)])
    expect(words(await failureOf(answer))).not.toContain('another account');
  expect(words(await failureOf(json({ error: 'No' }, 403)))).toContain('another account');
});

const examples = (kind: string): [string, unknown][] =>
  readdirSync('sandbox/contract/examples')
    .filter((name) => name.startsWith(`${kind}--`))
    .map((name) => [name, JSON.parse(readFileSync(`sandbox/contract/examples/${name}`, 'utf8'))]);

/**
 * The status that an example's name ends with; 403 where it has none, the one that says most about an
 * account.
 */
const statusOf = (name: string): number => Number(/-(\d{3})\.json$/.exec(name)?.[1] ?? 403);
const TEXTS = ['error', 'message', 'detail', 'hint', 'note', 'frozen_message'];

function textsOf(body: unknown): string[] {
  return Object.entries(Object(body)).flatMap(([name, value]) =>
    typeof value === 'string' ? (TEXTS.includes(name) ? [value] : []) : textsOf(value).slice(-1),
  );
}

test.each(examples('error'))('%s: every text of it is shown, and nothing is made up', async (name, body) => {
  const error = await failureOf(json(body, statusOf(name)));
  const text = words(error, explainRefusal);
  const isFrozen = error.kind === 'frozen';
  for (const said of textsOf(body))
    if (!isFrozen || said !== 'Account is frozen') expect(text).toContain(said);
  // Without `error`, or a field that only Laso writes, it says nothing about the account (lessons.md 35).
  const isOdd = name.includes('--odd-');
  expect(error.kind === 'not-laso').toBe(isOdd);
  if (isOdd) expect(text).not.toMatch(/another account|Laso says/);
});

test.each(examples('rate-limited'))('%s: the wait, the advice and the words', async (_name, body) => {
  const error = await failureOf(json(body, 429));
  const wait: unknown = Object(body).retry_after_seconds;
  expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: wait ? Number(wait) * 1000 : null });
  for (const said of textsOf(body)) expect(words(error)).toContain(said);
  if (wait) expect(words(error)).toContain('Try again in 71 minutes.');
});
