import type { SignInChain, SignInInfo } from './sign-in-with-x.ts';

/**
 * The text the wallet signs: EIP-4361 on EVM chains, its Solana twin elsewhere. Written here and not by
 * `viem/siwe`, because the server rebuilds it from the challenge's own characters, while viem rewrites times;
 * and because the page shows it without wallet code. A test holds it against viem/siwe and the server's
 * library. `address`: checksummed on EVM, base58 on Solana.
 */
export function signInMessage(info: SignInInfo, chainId: string, address: string): string {
  const [namespace = '', reference = ''] = chainId.split(':');
  const evm = namespace === 'eip155';
  const optional = (label: string, value: string | undefined): string[] =>
    value ? [`${label}: ${value}`] : [];
  return [
    `${info.domain} wants you to sign in with your ${evm ? 'Ethereum' : 'Solana'} account:`,
    address,
    '',
    ...(info.statement ? [info.statement, ''] : evm ? [''] : []),
    `URI: ${info.uri}`,
    `Version: ${info.version}`,
    `Chain ID: ${reference}`,
    `Nonce: ${info.nonce}`,
    `Issued At: ${info.issuedAt}`,
    ...optional('Expiration Time', info.expirationTime),
    ...optional('Not Before', info.notBefore),
    ...optional('Request ID', info.requestId),
    ...(info.resources && (evm || info.resources.length > 0)
      ? ['Resources:', ...info.resources.map((resource) => `- ${resource}`)]
      : []),
  ].join('\n');
}

export interface SignInProof {
  readonly info: SignInInfo;
  readonly chain: SignInChain;
  readonly address: string;
  /** Hex on EVM chains, base58 on Solana. */
  readonly signature: string;
}

/**
 * The `SIGN-IN-WITH-X` header: base64 of UTF-8 JSON. It is enough to sign in once, so it goes nowhere but to
 * the API.
 */
export function signInHeader({ info, chain, address, signature }: SignInProof): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...info, ...chain, address, signature }));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
