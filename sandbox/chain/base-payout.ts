import {
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  getAddress,
  http,
  parseAbi,
  type Hex,
} from 'viem';
import { base } from 'viem/chains';
import { PAY_TO, USDC, type BaseChain } from './base-chain.ts';

const transferAbi = parseAbi(['function transfer(address to, uint256 value) returns (bool)']);
const GAS_WEI = 10n ** 18n;

/**
 * Pays USDC out from Laso on Base and returns the transaction's hash. The sandbox has no key of Laso's: the
 * node lets us act for the address.
 */
export async function payOutOnBase(chain: BaseChain, to: string, atomic: bigint): Promise<Hex> {
  const transport = http(chain.rpcUrl, { retryCount: 0 });
  const node = createTestClient({ mode: 'anvil', chain: base, transport });
  const laso = createWalletClient({ account: PAY_TO, chain: base, transport });
  // The deposits of scenarios never came over the chain.
  if ((await chain.usdcBalanceOf(PAY_TO)) < atomic) await chain.fund(PAY_TO, atomic);
  await node.setBalance({ address: PAY_TO, value: GAS_WEI });
  await node.impersonateAccount({ address: PAY_TO });
  const args = [getAddress(to), atomic] as const;
  const data = encodeFunctionData({ abi: transferAbi, functionName: 'transfer', args });
  const hash = await laso.sendTransaction({ to: USDC, data });
  const { status } = await chain.publicClient.waitForTransactionReceipt({ hash });
  if (status !== 'success') throw new Error('The withdrawal was refused by the local chain.');
  return hash;
}
