import { expect, test } from 'vitest';
import { LasoError } from './laso-error.ts';
import { askSignInOffer, sendSignIn } from './sign-in-with-x-request.ts';
import { answering, json } from '#testing/laso-client.ts';
import { testIdToken, USER } from '#testing/jwt.ts';
import { BASE_CHAIN, NOW_MS, paymentRequired, signInInfo } from '#testing/sign-in.ts';

const baseUrl = 'https://laso.finance';
const challenge = (header: string) => json({}, 402, { 'PAYMENT-REQUIRED': header });
const proof = { info: signInInfo(), chain: BASE_CHAIN, address: USER, signature: '0xc0ffee' };
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('the question carries nothing but Accept, and the 402 answers it', async () => {
  const server = answering(challenge(paymentRequired(signInInfo(), [{}])));
  const offer = await askSignInOffer({ baseUrl, fetch: server.fetch });
  expect(offer).toMatchObject({ payable: false, challenge: { info: signInInfo() } });
  expect([...(server.sent[0]?.headers.keys() ?? [])]).toEqual(['accept']);
  expect(server.sent[0]).toMatchObject({ url: 'https://laso.finance/auth', init: { cache: 'no-store' } });
});

test('without the extension it can only be paid, in both versions of the protocol', async () => {
  const header = Buffer.from(JSON.stringify({ x402Version: 2, accepts: [{}] })).toString('base64');
  const v2 = await askSignInOffer({ baseUrl, fetch: answering(challenge(header)).fetch });
  const v1 = await askSignInOffer({
    baseUrl,
    fetch: answering(json({ x402Version: 1, accepts: [{}] }, 402)).fetch,
  });
  expect([v2, v1]).toEqual([
    { challenge: null, payable: true },
    { challenge: null, payable: true },
  ]);
});

test('a damaged extension does not count as an offer', async () => {
  const damaged = { ...signInInfo(), nonce: 7 };
  // Nor is the price beside it one: what is free is not paid for because it could not be read.
  for (const accepts of [[], [{}]]) {
    const server = answering(challenge(paymentRequired(damaged, accepts)));
    expect(await askSignInOffer({ baseUrl, fetch: server.fetch })).toEqual({
      challenge: null,
      payable: false,
    });
  }
});

test('a 402 whose terms are hidden by CORS is an error of its own', async () => {
  const error = await failure(askSignInOffer({ baseUrl, fetch: answering(json({}, 402)).fetch }));
  expect(error).toMatchObject({ kind: 'bad-answer', status: 402 });
});

test('an answer without any proof is rejected: it would be a session without an owner', async () => {
  const answer = json({ auth: { id_token: testIdToken(NOW_MS) }, user_id: USER });
  expect(await failure(askSignInOffer({ baseUrl, fetch: answering(answer).fetch }))).toMatchObject({
    kind: 'bad-answer',
  });
});

test('the signed message is sent once and gives credentials', async () => {
  const auth = { id_token: testIdToken(NOW_MS), refresh_token: 'r', expires_in: '3600' };
  const server = answering(json({ auth, user_id: USER, callable_base_url: 'https://evil.example' }));
  const credentials = await sendSignIn({ baseUrl, fetch: server.fetch, proof });
  expect(credentials).toMatchObject({ accountId: USER, refreshToken: 'r' });
  const header = server.sent[0]?.headers.get('SIGN-IN-WITH-X') ?? '';
  expect(JSON.parse(atob(header))).toEqual({
    ...signInInfo(),
    ...BASE_CHAIN,
    address: USER,
    signature: '0xc0ffee',
  });
});

test('a refused signature is an error with status 402, sent once, without the signature in its words', async () => {
  const server = answering(
    json({ error: 'bad signature 0xc0ffee' }, 402, { 'PAYMENT-REQUIRED': paymentRequired(signInInfo()) }),
  );
  const error = await failure(sendSignIn({ baseUrl, fetch: server.fetch, proof }));
  expect(error).toBeInstanceOf(LasoError);
  expect(error).toMatchObject({ status: 402, serverMessage: 'bad signature …' });
  expect(server.sent).toHaveLength(1);
});
