import { describe, expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { createAccountCardClient } from './account-card/account-card-client.ts';
import { readAccountCard } from './account-card/read-account-card.ts';
import { readVerification } from './account-card/read-verification.ts';
import { refreshCredentials } from './auth.ts';
import { INTL_COMPLETE, US_READY } from '#testing/card-answers.ts';
import type { LasoClient } from './client.ts';
import { getAccountBalance } from './get-account-balance.ts';
import { getCard, listCards } from './get-card-data.ts';
import { readCardNumber, readCvv } from './read-card-secrets.ts';
import { listWithdrawals } from './get-withdrawal-status.ts';
import { exchangeCustomToken } from './identity.ts';
import { redeemCode } from './redeem-code.ts';
import { searchGiftCards } from './search-gift-cards.ts';
import { searchMerchants } from './search-merchants.ts';
import { askSignInOffer, sendSignIn } from './sign-in-with-x-request.ts';
import { ACCOUNT, answering, json, testClient, type FakeServer } from '#testing/laso-client.ts';

/** Laso's own answers, each to its own question. */
const OWN = {
  'a card': { ...US_READY, card_id: 'mine' },
  'U.S. cards': { cards: [US_READY] },
  'international cards': { cards: [INTL_COMPLETE] },
  'a balance': { user_id: ACCOUNT, balance: 37.41, total_deposits: 50 },
  withdrawals: { withdrawals: [{ id: 'w', amount: 1, state: 'completed' }] },
  'gift cards': { gift_cards: [], count: 0 },
  merchants: { merchants: [], query: 'x', count: 0 },
  'an account card': { id: '1', panLast4: '1234', status: 'ACTIVE' },
  'a profile': { id: 'u', verificationState: 'VERIFIED' },
} as const;
const PROGRAM: ReadonlySet<string> = new Set(['an account card', 'a profile']);
type Question = keyof typeof OWN | 'a renewal' | 'a link’s token' | 'a link’s code' | 'a sign-in';

const read =
  (ask: (client: LasoClient) => Promise<unknown>) =>
  (server: FakeServer): Promise<unknown> =>
    ask(testClient(server).client);
const program = ({ fetch }: FakeServer) =>
  createAccountCardClient({
    config: { baseUrl: 'https://programme.example', clientKey: 'key', usEnv: true, imageHosts: [] },
    bearer: Secret.of('bearer'),
    fetch,
  });
const baseUrl = 'https://laso.finance';

const ASKED: [Question, (server: FakeServer) => Promise<unknown>][] = [
  ['U.S. cards', read((client) => listCards(client, ACCOUNT, 'us'))],
  ['international cards', read((client) => listCards(client, ACCOUNT, 'intl'))],
  ['a card', read((client) => getCard(client, ACCOUNT, 'mine'))],
  ['a card', read((client) => readCardNumber(client, ACCOUNT, 'mine'))],
  ['a card', read((client) => readCvv(client, ACCOUNT, 'mine'))],
  ['a balance', read((client) => getAccountBalance(client, ACCOUNT))],
  ['withdrawals', read((client) => listWithdrawals(client, ACCOUNT))],
  [
    'gift cards',
    read((client) => searchGiftCards(client, ACCOUNT, { text: '', country: '', currency: '', category: '' })),
  ],
  ['merchants', read((client) => searchMerchants(client, ACCOUNT, { text: 'x', cardType: 'us' }))],
  ['an account card', (server) => readAccountCard(program(server))],
  ['a profile', (server) => readVerification(program(server))],
  ['a renewal', ({ fetch }) => refreshCredentials({ baseUrl, refreshToken: 'r', fetch })],
  [
    'a link’s token',
    ({ fetch }) =>
      exchangeCustomToken({ identityToolkitUrl: baseUrl, firebaseApiKey: 'k', token: 't', fetch }),
  ],
  ['a link’s code', ({ fetch }) => redeemCode({ authCodeUrl: baseUrl, code: 'c', fetch })],
  ['a sign-in', ({ fetch }) => askSignInOffer({ baseUrl, fetch })],
  [
    'a sign-in',
    ({ fetch }) =>
      sendSignIn({
        baseUrl,
        fetch,
        proof: {
          info: { domain: 'd', uri: 'u', version: '1', nonce: 'n', issuedAt: 'i' },
          chain: { chainId: 'eip155:8453', type: 'eip191' },
          address: ACCOUNT,
          signature: '0xsigned',
        },
      }),
  ],
];

const page = (status: number, body: string, type?: string) =>
  new Response(body, { status, headers: type === undefined ? {} : { 'Content-Type': type } });
const HTML = '<!doctype html><title>Sign in to the network</title>';

/** What hosts, gateways and networks answer in Laso's place. */
const FOREIGN: [string, Response][] = [
  ...[200, 400, 401, 403, 404, 409, 429].map((status): [string, Response] => [
    `a page with ${status}`,
    page(status, HTML, 'text/html; charset=utf-8'),
  ]),
  ...[401, 403, 404, 429].flatMap((status): [string, Response][] => [
    [`JSON without its text, ${status}`, json({}, status)],
    [`a list with ${status}`, json([], status)],
    [`plain text with ${status}`, page(status, 'Not Found', 'text/plain')],
    [`nothing with ${status}`, page(status, '')],
  ]),
  ['a list with 200', json([])],
  ['null with 200', json(null)],
  ['nothing with 200', page(200, '', 'application/json')],
  ['plain text with 200', page(200, 'OK', 'text/plain')],
  ['Laso’s JSON as a page', page(200, JSON.stringify({ cards: [] }), 'text/html')],
  ['half an answer', page(200, '{"cards":[', 'application/json')],
];

describe.each(ASKED)('F2, F6, F19: %s', (question, ask) => {
  test.each(FOREIGN)('%s refuses nothing and is never empty', async (_what, answer) => {
    await expect(ask(answering(answer))).rejects.toMatchObject({
      kind: expect.stringMatching(/^not-(?:laso|program)$/),
    });
  });

  test('a page with 500 is a server’s trouble', async () => {
    await expect(ask(answering(page(500, HTML, 'text/html')))).rejects.toMatchObject({ kind: 'server' });
  });

  test('what a gateway says in JSON with 200, and a cached answer to another question, is a bad answer', async () => {
    // The program's two answers differ in nothing that must be there.
    const isProgram = PROGRAM.has(question);
    const others = Object.entries(OWN).filter(
      ([name]) => name !== question && !(isProgram && PROGRAM.has(name)),
    );
    const answers = [{}, { status: 'ok' }, { message: 'Welcome' }, ...others.map(([, answer]) => answer)];
    for (const answer of answers)
      await expect(ask(answering(json(answer))), JSON.stringify(answer)).rejects.toMatchObject({
        kind: 'bad-answer',
      });
  });
});

test('each of these questions can be answered', async () => {
  const own = new Map<string, unknown>(Object.entries(OWN));
  const answered = ASKED.filter(([question]) => own.has(question));
  for (const [question, ask] of answered)
    await expect(ask(answering(json(own.get(question)))), question).resolves.toBeDefined();
  expect(answered.length).toBeGreaterThan(8);
});
