import { wellFormed } from './plain-text.ts';

/**
 * An id out of parts, "order:card_1": without commas, quotes and blanks, and never a formula, because `word`
 * begins it. Different parts never give the same id.
 */
export const rowId = (word: string, ...parts: readonly (string | number)[]): string =>
  [word, ...parts.map((part) => encodeURIComponent(wellFormed(String(part))))].join(':');
