import { isAddress, isHex, type Address, type Hex, type PrivateKeyAccount } from 'viem';
import * as z from 'zod/mini';
import { INTERNAL, INVALID_PARAMS, ProviderError } from './provider-error.ts';

const typedDataSchema = z.object({
  // Strict: a field left out here would be missing from what is signed.
  domain: z.strictObject({
    name: z.optional(z.string()),
    version: z.optional(z.string()),
    chainId: z.optional(z.pipe(z.union([z.number(), z.string()]), z.transform(Number))),
    verifyingContract: z.optional(
      z.custom<Address>((value) => typeof value === 'string' && isAddress(value, { strict: false })),
    ),
    salt: z.optional(z.custom<Hex>((value) => isHex(value))),
  }),
  types: z.record(z.string(), z.array(z.object({ name: z.string(), type: z.string() }))),
  primaryType: z.string(),
  message: z.record(z.string(), z.unknown()),
});

/**
 * `eth_signTypedData_v4`: the second parameter is the typed data as JSON (some libraries send the object
 * itself). Like MetaMask, data for another chain than the wallet's own is refused.
 */
export async function signTypedData(
  account: PrivateKeyAccount,
  data: unknown,
  chainId: number,
): Promise<string> {
  const parsed = z.safeParse(typedDataSchema, typeof data === 'string' ? jsonOrNull(data) : data);
  if (!parsed.success) throw new ProviderError(INVALID_PARAMS, 'The typed data is not readable.');
  const wanted = parsed.data.domain.chainId;
  if (wanted !== undefined && wanted !== chainId) {
    throw new ProviderError(
      INTERNAL,
      `Provided chainId "${wanted}" must match the active chainId "${chainId}"`,
    );
  }
  // Widened: the types are the page's and known at run time only.
  const types: Record<string, unknown> = parsed.data.types;
  return account.signTypedData({ ...parsed.data, types });
}

/** `personal_sign`: the text comes as hex bytes, or plain from older pages. */
export async function signPersonalMessage(account: PrivateKeyAccount, message: unknown): Promise<string> {
  if (typeof message !== 'string') throw new ProviderError(INVALID_PARAMS, 'There is no message to sign.');
  return account.signMessage({ message: isHex(message) ? { raw: message } : message });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
