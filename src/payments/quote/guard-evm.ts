import type { Offer } from './challenge.ts';
import type { Finding } from './finding.ts';

/** USDC's EIP-712 domain on Base (laso-api.md): another one would be a signature for another token. */
const USDC_DOMAIN = { name: 'USD Coin', version: '2' } as const;

/** What only offers on an EIP-155 network have: the domain of the typed data that is signed. */
export function checkEvmTerms({ extra }: Offer): Finding[] {
  if (extra['name'] === USDC_DOMAIN.name && extra['version'] === USDC_DOMAIN.version) return [];
  const expected = `${USDC_DOMAIN.name}, version ${USDC_DOMAIN.version}`;
  const got = `${text(extra['name'])}, version ${text(extra['version'])}`;
  return [
    {
      code: 'token-domain',
      expected,
      got,
      sentence: `The token’s signing domain differs: expected ${expected}, got ${got}. Nothing was signed.`,
    },
  ];
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
