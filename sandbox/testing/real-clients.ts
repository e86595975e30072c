import { ExactEvmScheme } from '@x402/evm/exact/client';
import { ExactEvmSchemeV1 } from '@x402/evm/exact/v1/client';
import { wrapFetchWithPayment, x402Client } from '@x402/fetch';
import { ExactSvmScheme } from '@x402/svm/exact/client';
import { ExactSvmSchemeV1 } from '@x402/svm/exact/v1/client';
import { toHex } from 'viem';
import { createSigner, wrapFetchWithPayment as wrapFetchOfVersion1 } from 'x402-fetch';
import { BASE, SOLANA } from '#domain/chain.ts';
import { usdcDecimal } from '#domain/money.ts';
import type { Sandbox } from '../app.ts';
import { solanaTestSigner } from '../chain/solana-accounts.ts';
import { testAccount } from '../chain/test-accounts.ts';

export type ClientName = 'x402-fetch' | '@x402/fetch';
export type PayingNetwork = 'Base' | 'Solana';

export interface RealClient {
  /** Asks, pays, asks again: the one call an agent makes. */
  fetch: (url: string) => Promise<Response>;
  /** The payment headers it sent, in their order: anyone on the way could send these again. */
  sent: Record<string, string>[];
}

export const BASE_WALLET = testAccount(1).address;
export const solanaWallet = () => solanaTestSigner(0);

/**
 * Both clients that agents have, as their documents show them, with a test wallet and a maximum of their own.
 */
export async function realClient(
  name: ClientName,
  network: PayingNetwork,
  { sandbox, maxAtomic }: { sandbox: Sandbox; maxAtomic: bigint },
): Promise<RealClient> {
  const sent: Record<string, string>[] = [];
  const recording: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    for (const header of ['x-payment', 'payment-signature']) {
      const value = request.headers.get(header);
      if (value !== null) sent.push({ [header]: value });
    }
    return fetch(request);
  };
  const rpcUrl = sandbox.solana?.rpcUrl ?? '';
  if (name === '@x402/fetch') {
    const client = await clientOfVersion2(network, rpcUrl);
    client.setSpendControls({ maxAmountPerPayment: `$${usdcDecimal(maxAtomic)}` });
    return { fetch: wrapFetchWithPayment(recording, client), sent };
  }
  const config = { svmConfig: { rpcUrl } };
  const signer = network === 'Base' ? await baseSigner() : await solanaWallet();
  return { fetch: wrapFetchOfVersion1(recording, signer, maxAtomic, undefined, config), sent };
}

/** It speaks version 1 as well, where the schemes are registered for it. */
async function clientOfVersion2(network: PayingNetwork, rpcUrl: string): Promise<x402Client> {
  if (network === 'Base')
    return new x402Client()
      .register(BASE, new ExactEvmScheme(testAccount(1)))
      .registerV1('base', new ExactEvmSchemeV1(testAccount(1)));
  const signer = await solanaWallet();
  return new x402Client()
    .register(SOLANA, new ExactSvmScheme(signer, { rpcUrl }))
    .registerV1('solana', new ExactSvmSchemeV1(signer, { rpcUrl }));
}

const baseSigner = () =>
  createSigner('base', toHex(testAccount(1).getHdKey().privateKey ?? new Uint8Array()));
