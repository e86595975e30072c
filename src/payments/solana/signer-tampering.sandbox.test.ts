import type { Address } from '@solana/kit';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSolanaChain, type SolanaChain } from '#sandbox/chain/solana-chain.ts';
import { decodeBase64Json } from '../quote/base64-json.ts';
import { fakeWallet, type FakeWallet } from '../testing/solana/fake-wallet.ts';
import { createSolanaSigner, type SolanaSignerInput } from './signer.ts';
import { TAMPERED } from '../testing/solana/tampered-messages.ts';
import { networkAt, solanaReview, USDC } from '../testing/solana/order.ts';
import { viewTransaction } from './transaction-view.ts';
import { bytesOfBase64 } from './wire-message.ts';

/**
 * The seed of the random changes. It is printed at the start and again when the test fails, by a time-out too:
 * `LASO_TAMPER_SEED` draws the same changes again, and `LASO_TAMPER_PATH`, the "path" of fast-check's report,
 * starts at the one that failed.
 */
const SEED = Number(process.env['LASO_TAMPER_SEED'] || Math.trunc(Math.random() * 0x7fffffff));
if (!Number.isSafeInteger(SEED)) throw new Error('LASO_TAMPER_SEED is not a whole number.');
const PATH = process.env['LASO_TAMPER_PATH'];
const HOW_AGAIN = `LASO_TAMPER_SEED=${SEED} draws the same changes again`;
/** 300 changes take 5 to 8 s on an idle machine; a busy one tries as many as it can in this time. */
const ENOUGH_MS = 90_000;

let chain: SolanaChain;
beforeAll(async () => {
  chain = await startSolanaChain();
}, 60_000);
afterAll(() => chain.stop());

const signer = (wallet: FakeWallet, changes: Partial<SolanaSignerInput> = {}) =>
  createSolanaSigner({
    review: solanaReview(wallet.address),
    connection: { address: wallet.address, wallet },
    network: networkAt(chain.rpcUrl),
    ...changes,
  });

describe('a wallet that signs something else than the reviewed order is found out', () => {
  test.each(TAMPERED)('%s', async (_name, change) => {
    const wallet = await fakeWallet({ change });
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
  });
  test('a version without tables cannot hide accounts in one', async () => {
    const table = { lookupTableAddress: USDC as Address, readonlyIndexes: [0], writableIndexes: [] };
    const wallet = await fakeWallet({
      change: (message) => (message.version === 0 ? { ...message, addressTableLookups: [table] } : message),
    });
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
  });
  test.each<[string, (wire: Uint8Array) => Uint8Array]>([
    ['one byte after its end', (wire) => Uint8Array.of(...wire, 0)],
    ['three bytes after its end', (wire) => Uint8Array.of(...wire, 1, 2, 3)],
    ['an unfinished compact length at its end', (wire) => Uint8Array.of(...wire.slice(0, -1), 0x80)],
  ])('A13: a transaction with %s is refused', async (_what, change) => {
    const wallet = await fakeWallet({ answer: () => [{ signedTransaction: change(askedOf(wallet)) }] });
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
  });
  test('A13: no random change of a byte of the message passes for the reviewed payment', async ({
    onTestFailed,
  }) => {
    const clean = await fakeWallet();
    await signer(clean).sign();
    process.stdout.write(`      Tampering: ${HOW_AGAIN}\n`);
    // The blockhash differs on each run, so the message itself is part of the report.
    let last = 'none';
    onTestFailed(() => {
      process.stderr.write(`      Tampering failed: ${HOW_AGAIN}. Last change: ${last}\n`);
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.integer({ min: 1, max: 255 }), async (where, mask) => {
        let at = 0;
        const wallet: FakeWallet = await fakeWallet({
          answer: () => {
            const asked = askedOf(wallet);
            at = 129 + (where % (asked.length - 129));
            last = `byte ${at} ^ ${mask} of ${Buffer.from(asked).toString('base64')}`;
            asked[at] = (asked[at] ?? 0) ^ mask;
            return [{ signedTransaction: asked }];
          },
        });
        const outcome = await signer(wallet)
          .sign()
          .then(
            (signed) =>
              at === 131 || at === 132 ? 'what may be written to' : describeChange(signed.headerValue),
            () => 'refused',
          );
        // The fee payer bears the cost of processing; a lock on an account for writing moves no money.
        expect(['refused', 'compute budget', 'what may be written to']).toContain(outcome);
      }),
      {
        numRuns: 300,
        seed: SEED,
        ...(PATH && { path: PATH }),
        interruptAfterTimeLimit: ENOUGH_MS,
        markInterruptAsFailure: false,
      },
    );
  }, 120_000);
});

/** The transaction that the wallet was to sign, with a signature of the payer, so that only the message differs. */
function askedOf(wallet: FakeWallet): Uint8Array {
  const asked = new Uint8Array(Object(wallet.inputs.at(-1))['transaction']);
  return asked.fill(1, 65, 129);
}

function describeChange(headerValue: string): string {
  const sent = decodeBase64Json(headerValue) as { payload: { transaction: string } };
  const { instructions } = viewTransaction(bytesOfBase64(sent.payload.transaction));
  const [limit, price] = instructions;
  const standard = limit?.data.join() === '2,32,78,0,0' && price?.data.join() === '3,1,0,0,0,0,0,0,0';
  return standard ? 'something else' : 'compute budget';
}

describe('a library that builds something else than the reviewed order never reaches the wallet', () => {
  test.each(TAMPERED.filter(([name]) => name !== 'memo' && name !== 'another blockhash'))(
    '%s',
    async (_n, change) => {
      const wallet = await fakeWallet();
      const forger = await fakeWallet({ change });
      const tamper: NonNullable<SolanaSignerInput['tamper']> = (sign) => async (wire) => {
        const feature = Object(forger.features['solana:signTransaction']);
        const [{ signedTransaction }] = await feature.signTransaction({ transaction: wire });
        return sign(signedTransaction);
      };
      await expect(signer(wallet, { tamper }).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
      expect(wallet.signatures).toBe(0);
    },
  );
  test('a second signature', async () => {
    const wallet = await fakeWallet();
    const tamper: NonNullable<SolanaSignerInput['tamper']> = (sign) => async (wire) => {
      await sign(wire);
      return sign(wire);
    };
    await expect(signer(wallet, { tamper }).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
    expect(wallet.signatures).toBe(1);
  });
  test('a transaction that was swapped after the check', async () => {
    const wallet = await fakeWallet();
    const tamper: NonNullable<SolanaSignerInput['tamper']> = (sign) => async (wire) => {
      const signed = await sign(wire);
      return signed.map((byte, at) => (at === 70 ? byte ^ 1 : byte));
    };
    await expect(signer(wallet, { tamper }).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
  });
});
