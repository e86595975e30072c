import type { Refusal } from './refusal.ts';

const REGION = /\b(?:geo|regions?\b|countr|jurisdiction|territor)|outside (?:of )?the (?:us|u\.s|united st)/i;

/** All that a refusal says, its code in words. */
export const saidIn = ({ words, hint, code }: Pick<Refusal, 'words' | 'hint' | 'code'>): string =>
  [words, hint, code?.replaceAll('_', ' ')].join(' ');

/**
 * Which 403 it is, where it is not about the owner of a card or account (laso-api.md §2.1, 2.5); null
 * otherwise.
 */
export const kindOf403 = (
  refusal: Pick<Refusal, 'words' | 'hint' | 'code' | 'frozen'>,
): 'frozen' | 'region' | null =>
  refusal.frozen !== null ? 'frozen' : REGION.test(saidIn(refusal)) ? 'region' : null;
