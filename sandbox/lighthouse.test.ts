import { decodePaymentRequiredHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { SOLANA_PAY_TO } from './chain/solana-chain.ts';
import { solanaPayingClient } from './testing/solana-paying-client.ts';
import type { Lighthouse } from './wallet/solana-lighthouse.ts';
import { signSolanaTransaction } from './wallet/solana-sign.ts';
import { solanaWalletKeys } from './wallet/solana-wallet-keys.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** A payment as the sandbox wallet signs it with its Lighthouse switch on. */
async function pay(where: Lighthouse, count: number): Promise<Response> {
  const url = `${sandbox.url}/get-card?amount=50`;
  const [key] = await solanaWalletKeys();
  const headers = await (await solanaPayingClient(sandbox, 0)).sign(url);
  const payment = JSON.parse(Buffer.from(headers['PAYMENT-SIGNATURE'] ?? '', 'base64').toString());
  const asked = new Uint8Array(Buffer.from(payment.payload.transaction, 'base64'));
  const signed = await signSolanaTransaction(key?.seed ?? '', asked, { where, count });
  payment.payload.transaction = Buffer.from(signed).toString('base64');
  return fetch(url, {
    headers: { 'PAYMENT-SIGNATURE': Buffer.from(JSON.stringify(payment)).toString('base64') },
  });
}

test.each([
  ['none', 1, 200],
  ['after', 1, 200],
  ['after', 3, 200],
  ['after', 4, 402],
  ['before', 1, 402],
  ['phantom', 1, 402],
] as const)(
  'the facilitator’s answer to Lighthouse "%s" ×%i is %i, and only a 200 charges',
  async (where, count, status) => {
    const answer = await pay(where, count);
    expect(answer.status).toBe(status);
    const charged = await sandbox.solana?.usdcBalanceOf(SOLANA_PAY_TO);
    expect(charged).toBe(status === 200 ? 50_000_000n : 0n);
    if (status === 402) {
      const { error } = decodePaymentRequiredHeader(answer.headers.get('payment-required') ?? '');
      expect(error).toMatch(/instructions_length|no_transfer_instruction/);
    }
  },
);
