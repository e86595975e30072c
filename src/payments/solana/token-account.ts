import { address, getAddressEncoder, getProgramDerivedAddress } from '@solana/kit';
import { ASSOCIATED_TOKEN_PROGRAM, TOKEN_PROGRAM } from './programs.ts';

/** Where a wallet's USDC is: its associated token account, derived from wallet and mint. Throws when one of them is no address. */
export async function tokenAccountOf(owner: string, mint: string): Promise<string> {
  const bytes = getAddressEncoder();
  const [account] = await getProgramDerivedAddress({
    programAddress: address(ASSOCIATED_TOKEN_PROGRAM),
    seeds: [address(owner), address(TOKEN_PROGRAM), address(mint)].map((seed) => bytes.encode(seed)),
  });
  return account;
}
