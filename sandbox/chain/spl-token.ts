import {
  address,
  getAddressDecoder,
  getAddressEncoder,
  getProgramDerivedAddress,
  type Address,
} from '@solana/kit';

export const TOKEN_PROGRAM = address('TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
const ASSOCIATED_TOKEN_PROGRAM = address('ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL');

export const TOKEN_ACCOUNT_SIZE = 165;
const MINT_SIZE = 82;
export const USDC_DECIMALS = 6;

export interface TokenAccount {
  mint: Address;
  owner: Address;
  amount: bigint;
}

/** Where a wallet's tokens of one mint are kept. */
export async function associatedTokenAccount(owner: Address, mint: Address): Promise<Address> {
  const encoder = getAddressEncoder();
  const [found] = await getProgramDerivedAddress({
    programAddress: ASSOCIATED_TOKEN_PROGRAM,
    seeds: [encoder.encode(owner), encoder.encode(TOKEN_PROGRAM), encoder.encode(mint)],
  });
  return found;
}

/**
 * SPL Token's `Mint` as it lies in its account: COption authority, supply, decimals, initialized, COption
 * freeze authority.
 */
export function mintData(authority: Address, supply: bigint): Uint8Array {
  const data = new Uint8Array(MINT_SIZE);
  const view = new DataView(data.buffer);
  view.setUint32(0, 1, true);
  data.set(getAddressEncoder().encode(authority), 4);
  view.setBigUint64(36, supply, true);
  data[44] = USDC_DECIMALS;
  data[45] = 1;
  return data;
}

/**
 * SPL Token's `Account`: mint, owner, amount, then options, of which only the delegate is ever set; byte 108
 * says "initialized".
 */
export function tokenAccountData(account: TokenAccount & { delegate?: Address }): Uint8Array {
  const { mint, owner, amount, delegate } = account;
  const data = new Uint8Array(TOKEN_ACCOUNT_SIZE);
  data.set(getAddressEncoder().encode(mint), 0);
  data.set(getAddressEncoder().encode(owner), 32);
  const view = new DataView(data.buffer);
  view.setBigUint64(64, amount, true);
  if (delegate) {
    view.setUint32(72, 1, true);
    data.set(getAddressEncoder().encode(delegate), 76);
    view.setBigUint64(121, amount, true);
  }
  data[108] = 1;
  return data;
}

/** Null when the bytes are not a token account. */
export function readTokenAccount(data: Uint8Array): TokenAccount | null {
  if (data.length !== TOKEN_ACCOUNT_SIZE) return null;
  const decoder = getAddressDecoder();
  return {
    mint: decoder.decode(data.slice(0, 32)),
    owner: decoder.decode(data.slice(32, 64)),
    amount: new DataView(data.buffer, data.byteOffset).getBigUint64(64, true),
  };
}
