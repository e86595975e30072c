import { registerExactEvmScheme } from '@x402/evm/exact/client';
import { wrapFetchWithPayment, x402Client, x402HTTPClient } from '@x402/fetch';
import { BASE } from '#domain/chain.ts';
import { testAccount } from '../chain/test-accounts.ts';

/**
 * The official client, as any agent would use it, with one
 * of the test wallets; it pays in both versions of x402.
 */
export function payingClient(accountIndex: number) {
  const client = registerExactEvmScheme(new x402Client(), {
    signer: testAccount(accountIndex),
    networks: [BASE],
  }).setSpendControls({ maxAmountPerPayment: '$10000' });
  const http = new x402HTTPClient(client);
  /** Quote and signature without sending: the headers that would pay. */
  const sign = async (url: string): Promise<Record<string, string>> => {
    const answer = await fetch(url);
    const quote = http.getPaymentRequiredResponse((name) => answer.headers.get(name), await answer.json());
    return http.encodePaymentSignatureHeader(await http.createPaymentPayload(quote));
  };
  return { fetch: wrapFetchWithPayment(fetch, client), sign, http };
}
