import { generateKeyPairSync, sign } from 'node:crypto';
import { createSIWxMessage, parseSIWxHeader, verifySIWxSignature } from '@x402/extensions/sign-in-with-x';
import { getBase58Decoder } from '@solana/kit';
import * as fc from 'fast-check';
import { privateKeyToAccount } from 'viem/accounts';
import { createSiweMessage } from 'viem/siwe';
import { expect, test } from 'vitest';
import { signInHeader, signInMessage } from './sign-in-with-x-message.ts';
import type { SignInInfo } from './sign-in-with-x.ts';
import { BASE_CHAIN, signInInfo, SOLANA_CHAIN } from '#testing/sign-in.ts';

const wallet = privateKeyToAccount('0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d');
const SOLANA_ADDRESS = '3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX';

const iso = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = fc
  .stringMatching(/^[A-Za-z0-9 .,'!-]{1,60}$/)
  .filter((text) => text.trim() === text && text !== '');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const infos: fc.Arbitrary<SignInInfo> = fc.record({
  domain: fc.constantFrom('laso.finance', 'api.laso.finance:8443', '127.0.0.1:4021', 'localhost:3000'),
  uri: fc.constantFrom('https://laso.finance/auth', 'http://127.0.0.1:4021/auth'),
  version: fc.constant('1'),
  nonce: fc.stringMatching(/^[A-Za-z0-9]{8,40}$/),
  issuedAt: iso,
  expirationTime: optional(iso),
  notBefore: optional(iso),
  requestId: optional(fc.stringMatching(/^[A-Za-z0-9]{1,20}$/)),
  statement: optional(words),
  resources: optional(
    fc.uniqueArray(
      fc.webUrl({ validSchemes: ['https'] }).filter((url) => URL.canParse(url)),
      { maxLength: 3 },
    ),
  ),
});

const encodeBase58 = (bytes: Uint8Array): string => getBase58Decoder().decode(bytes);

const toLibrary = (info: SignInInfo, chain: typeof BASE_CHAIN) =>
  // The library's types do not know exactOptionalPropertyTypes.
  ({ ...JSON.parse(JSON.stringify(info)), ...chain });

test('the EVM message is the one viem/siwe writes, character for character', () => {
  const date = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  fc.assert(
    fc.property(infos, (info) => {
      const { issuedAt, expirationTime, notBefore, resources, ...rest } = info;
      const theirs = createSiweMessage({
        ...rest,
        version: '1',
        address: wallet.address,
        chainId: 8453,
        issuedAt: new Date(issuedAt),
        expirationTime: date(expirationTime),
        notBefore: date(notBefore),
        resources: resources && [...resources],
      });
      expect(signInMessage(info, BASE_CHAIN.chainId, wallet.address)).toBe(theirs);
    }),
  );
});

test("both messages are the ones the server's library rebuilds, character for character", () => {
  fc.assert(
    fc.property(infos, (info) => {
      for (const [chain, address] of [
        [BASE_CHAIN, wallet.address],
        [SOLANA_CHAIN, SOLANA_ADDRESS],
      ] as const)
        expect(signInMessage(info, chain.chainId, address)).toBe(
          createSIWxMessage(toLibrary(info, chain), address),
        );
    }),
  );
});

test('times keep the server’s characters, which viem would rewrite', () => {
  const info = signInInfo({ issuedAt: '2026-11-21T12:00:00Z', expirationTime: '2026-11-21T13:05:00+01:00' });
  const message = signInMessage(info, BASE_CHAIN.chainId, wallet.address);
  expect(message).toContain('Issued At: 2026-11-21T12:00:00Z\nExpiration Time: 2026-11-21T13:05:00+01:00');
  expect(message).toBe(createSIWxMessage(toLibrary(info, BASE_CHAIN), wallet.address));
});

test("a signature of the message passes the server's verification on Base", async () => {
  const info = signInInfo();
  const message = signInMessage(info, BASE_CHAIN.chainId, wallet.address);
  const signature = await wallet.signMessage({ message });
  const parsed = parseSIWxHeader(
    signInHeader({ info, chain: BASE_CHAIN, address: wallet.address, signature }),
  );
  expect(await verifySIWxSignature(parsed)).toMatchObject({ isValid: true, payer: wallet.address });
});

test('and on Solana, also with a statement that is not ASCII', async () => {
  const info = signInInfo({ statement: 'Anmelden für Laso — ja' });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const address = encodeBase58(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  const message = Buffer.from(signInMessage(info, SOLANA_CHAIN.chainId, address));
  const signature = encodeBase58(sign(null, message, privateKey));
  const parsed = parseSIWxHeader(signInHeader({ info, chain: SOLANA_CHAIN, address, signature }));
  expect(parsed.statement).toBe('Anmelden für Laso — ja');
  expect(await verifySIWxSignature(parsed)).toMatchObject({ isValid: true, payer: address });
});
