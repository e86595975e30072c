import { cutEnd } from '#domain/cut-end.ts';

const isPunctuation = (char: string): boolean => '>"\'`),;:!?*\u2026\u00bb\u2019\u201d'.includes(char);

/**
 * "Open https://laso.finance/?authToken=abc." But a JWT may end in a dot of its own: an empty signature,
 * which must be noticed.
 */
export function withoutSentenceEnd(secret: string): string {
  const bare = cutEnd(secret, isPunctuation);
  if (!bare.endsWith('.')) return bare;
  const parts = bare.slice(0, -1).split('.', 4);
  const [, , signature = ''] = parts;
  const endsASentence = parts.length === 1 || (parts.length === 3 && signature !== '');
  return endsASentence ? withoutSentenceEnd(bare.slice(0, -1)) : bare;
}
