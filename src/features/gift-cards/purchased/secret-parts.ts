import type { VaultSecret } from '#storage/vault-cipher.ts';

/** What a gift card is redeemed with; the order in which it is shown. */
const PARTS = ['code', 'pin', 'url'] as const;
export type SecretPart = (typeof PARTS)[number];

export const partsOf = (secret: VaultSecret): SecretPart[] => PARTS.filter((part) => secret[part] !== null);

/** From a vault item's `details.holds`; a code when nobody wrote it down. */
export function partsFrom(text: string | undefined): SecretPart[] {
  const named = new Set(text?.split(','));
  const parts = PARTS.filter((part) => named.has(part));
  return parts.length > 0 ? parts : ['code'];
}

/** "code", "PIN", "link": in the middle of a sentence. */
export const partName: Record<SecretPart, string> = { code: 'code', pin: 'PIN', url: 'link' };

/** What "Reveal …" and the page call the whole. */
export const wholeName = (parts: readonly SecretPart[]): string =>
  parts.length === 1 && parts[0] === 'url' ? 'link' : 'code';
