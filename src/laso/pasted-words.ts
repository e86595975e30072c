import { cutEnd } from '#domain/cut-end.ts';

/** A word of a pasted text, and what was between it and the word before. */
export interface PastedWord {
  text: string;
  gap: 'none' | 'space' | 'line' | 'blank-line';
  /** How long the line is that it stands in. */
  lineWidth: number;
}

/**
 * What is in a copied text without being seen: soft hyphens, blanks of no width, marks of direction and byte
 * order.
 */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/**
 * Frames that terminals draw around a text, quote marks of mails, and the backslash of a line that goes on.
 */
const isFrame = (char: string): boolean => /[\s|¦>\\\u2500-\u259f\uff5c]/.test(char);
const isFrameBehind = (char: string): boolean => char !== '>' && isFrame(char);

/**
 * The words of a text, without the frames, quote marks and indentation that it was copied with. Linear in
 * time.
 */
export function pastedWords(text: string): PastedWord[] {
  const words: PastedWord[] = [];
  let gap: PastedWord['gap'] = 'none';
  for (const raw of text.replaceAll(INVISIBLE, '').split(LINE_END)) {
    const line = withoutFrame(raw);
    if (line === '') {
      if (words.length > 0) gap = 'blank-line';
      continue;
    }
    for (const word of line.split(/\s+/)) {
      words.push({ text: word, gap, lineWidth: line.length });
      gap = 'space';
    }
    gap = 'line';
  }
  return words;
}

function withoutFrame(line: string): string {
  const unframed = cutEnd(line, isFrameBehind);
  let start = 0;
  while (start < unframed.length && isFrame(unframed.charAt(start))) start += 1;
  return unframed.slice(start);
}
