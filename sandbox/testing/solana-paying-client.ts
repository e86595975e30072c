import type { KeyPairSigner } from '@solana/kit';
import { ExactSvmScheme } from '@x402/svm/exact/client';
import { wrapFetchWithPayment, x402Client, x402HTTPClient } from '@x402/fetch';
import { SOLANA } from '#domain/chain.ts';
import type { Sandbox } from '../app.ts';
import { solanaTestSigner } from '../chain/solana-accounts.ts';

/** The official client, as any agent would use it, with one of the Solana test wallets. */
export async function solanaPayingClient(sandbox: Sandbox, walletIndex: number) {
  const signer: KeyPairSigner = await solanaTestSigner(walletIndex);
  const rpcUrl = sandbox.solana?.rpcUrl ?? '';
  const client = new x402Client()
    .register(SOLANA, new ExactSvmScheme(signer, { rpcUrl }))
    .setSpendControls({ maxAmountPerPayment: '$10000' });
  const http = new x402HTTPClient(client);
  /** Quote and signature without sending: the headers that would pay. */
  const sign = async (url: string): Promise<Record<string, string>> => {
    const answer = await fetch(url);
    const quote = http.getPaymentRequiredResponse((name) => answer.headers.get(name), await answer.json());
    return http.encodePaymentSignatureHeader(await http.createPaymentPayload(quote));
  };
  return { address: signer.address, fetch: wrapFetchWithPayment(fetch, client), sign };
}
