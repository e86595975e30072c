import type { PaymentPayload } from '@x402/core/types';
import { encodeFunctionData, keccak256, parseAbi, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import * as z from 'zod/mini';
import type { HeldTransfer } from '../payment/held-settlements.ts';
import { USDC, type BaseChain } from './base-chain.ts';

const abi = parseAbi([
  'function transferWithAuthorization(address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes signature)',
]);
const hex = z.templateLiteral(['0x', z.string()]);
const uint = z.pipe(
  z.string().check(z.regex(/^\d{1,78}$/)),
  z.transform((text: string) => BigInt(text)),
);
const payment = z.object({
  signature: hex,
  authorization: z.object({
    from: hex,
    to: hex,
    value: uint,
    validAfter: uint,
    validBefore: uint,
    nonce: hex,
  }),
});

/**
 * The transfer of a verified EIP-3009 payment as a signed transaction with its hash, not sent yet. Throws
 * when the payload is of another kind.
 */
export async function heldTransfer(
  chain: BaseChain,
  payload: PaymentPayload,
): Promise<HeldTransfer & { payer: string }> {
  const { signature, authorization } = z.parse(payment, payload.payload);
  const { from, to, value, validAfter, validBefore, nonce } = authorization;
  // It has its own sender: a held nonce would block everything else that the facilitator settles.
  const sender = privateKeyToAccount(generatePrivateKey());
  const { publicClient } = chain;
  await publicClient.request<{ Method: string; Parameters: unknown[]; ReturnType: unknown }>({
    method: 'anvil_setBalance',
    params: [sender.address, '0xde0b6b3a7640000'],
  });
  const raw = await sender.signTransaction({
    chainId: 8453,
    type: 'eip1559',
    nonce: 0,
    to: USDC,
    gas: 200_000n,
    maxFeePerGas: 100_000_000_000n,
    maxPriorityFeePerGas: 0n,
    data: encodeFunctionData({
      abi,
      functionName: 'transferWithAuthorization',
      args: [from, to, value, validAfter, validBefore, nonce, signature],
    }),
  });
  return {
    payer: from,
    transaction: keccak256(raw),
    send: async () => {
      const hash: Hex = await publicClient.sendRawTransaction({ serializedTransaction: raw });
      return (await publicClient.waitForTransactionReceipt({ hash })).status === 'success';
    },
  };
}
