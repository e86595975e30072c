import { encodeFunctionData, parseAbi, toHex, type Address, type Hex } from 'viem';
import { PAY_TO, USDC, type BaseChain } from './base-chain.ts';

const transferAbi = parseAbi(['function transfer(address,uint256) returns (bool)']);

export interface PaidOnChain {
  transaction: Hex;
  /** Chain time, ms. */
  atMs: number;
  blockNumber: number;
}

/**
 * Sends real USDC on the local chain from any address, without its key; to Laso by default. Rejects when the
 * address holds too little.
 */
export async function payUsdc(
  chain: BaseChain,
  from: Address,
  atomic: bigint,
  to: Address = PAY_TO,
): Promise<PaidOnChain> {
  const request = (method: string, params: unknown[]) =>
    chain.publicClient.request<{ Method: string; Parameters: unknown[]; ReturnType: unknown }>({
      method,
      params,
    });
  await request('anvil_impersonateAccount', [from]);
  try {
    await request('anvil_setBalance', [from, toHex(10n ** 18n)]);
    const data = encodeFunctionData({ abi: transferAbi, functionName: 'transfer', args: [to, atomic] });
    const sent = await request('eth_sendTransaction', [{ from, to: USDC, data }]);
    const receipt = await chain.publicClient.waitForTransactionReceipt({
      hash: `0x${String(sent).slice(2)}`,
    });
    if (receipt.status !== 'success') throw new Error('The local chain refused the transfer.');
    const block = await chain.publicClient.getBlock({ blockNumber: receipt.blockNumber });
    return {
      transaction: receipt.transactionHash,
      atMs: Number(block.timestamp) * 1_000,
      blockNumber: Number(receipt.blockNumber),
    };
  } finally {
    await request('anvil_stopImpersonatingAccount', [from]);
  }
}
