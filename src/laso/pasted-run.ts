import type { PastedWord } from './pasted-words.ts';

/** A link or key with all that may go on with it: what a terminal or a mail program broke into lines. */
export interface PastedRun {
  /** Everything joined. */
  text: string;
  /** Where it may end: behind each of its words. */
  ends: RunEnd[];
}

export interface RunEnd {
  at: number;
  lineWidth: number;
  /**
   * Only line breaks are before it. What follows a blank or an empty line belongs to the link only where that
   * makes it whole.
   */
  byLines: boolean;
}

/** Longer than any link. */
const MAX_RUN = 32_768;
/** Brackets and quotes around a link end it. */
const STOP = /[<>"'`()[\]{}\u00ab\u00bb\u2018-\u201f]/;

/** The run that starts at `start` of the word at `first`. Another address ends it as well. */
export function runAt(words: readonly PastedWord[], first: number, start: number): PastedRun {
  const parts: string[] = [];
  const ends: RunEnd[] = [];
  let at = 0;
  let byLines = true;
  for (let index = first; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const whole = index === first ? word.text.slice(start) : word.text;
    const stop = whole.search(STOP);
    const part = stop < 0 ? whole : whole.slice(0, stop);
    if (part === '' || at > MAX_RUN || (index > first && part.includes('://'))) break;
    byLines &&= index === first || word.gap === 'line';
    at += part.length;
    parts.push(part);
    ends.push({ at, lineWidth: word.lineWidth, byLines });
    if (stop >= 0) break;
  }
  return { text: parts.join(''), ends };
}
