import { keccak256 } from './keccak.ts';

const EVM = /^0x[0-9a-fA-F]{40}$/;
/** 32 bytes in base58. */
const SOLANA_ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

export const isEvmAddress = (text: string): boolean => EVM.test(text);
export const isSolanaAddress = (text: string): boolean => SOLANA_ADDRESS.test(text);

/** An EVM address in EIP-55's mixed case, as wallets and explorers write it; throws on anything else. */
export function checksummed(address: string): string {
  if (!isEvmAddress(address)) throw new TypeError('Not an EVM address.');
  const digits = address.slice(2).toLowerCase();
  const hash = keccak256(new TextEncoder().encode(digits));
  const cased = Array.from(digits, (digit, at) =>
    Number.parseInt(hash.charAt(at), 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${cased.join('')}`;
}

/** The same wallet: EVM addresses whatever their case, Solana's only letter by letter. */
export const sameAddress = (a: string, b: string): boolean =>
  isEvmAddress(a) && isEvmAddress(b) ? a.toLowerCase() === b.toLowerCase() : a === b;

const SHOWN = 4;

/**
 * Another address with the same start and end. Attackers make such addresses on purpose, because people
 * compare only the ends ("address poisoning"), and wallets show only those.
 */
export function looksAlike(a: string, b: string): boolean {
  if (sameAddress(a, b)) return false;
  const ends = (text: string): string => {
    const bare = isEvmAddress(text) ? text.slice(2).toLowerCase() : text;
    return `${bare.slice(0, SHOWN)}…${bare.slice(-SHOWN)}`;
  };
  return ends(a) === ends(b);
}
