/**
 * Text from outside, made fit to be shown, stored and put into an address. Pure; each function takes time in
 * proportion to what it keeps.
 */

// Control characters, and the marks that turn the reading direction and so disguise what stands there.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** With the flag `u` only a surrogate without its partner is matched. */
const HALF_PAIR = /\p{Surrogate}/gu;

/** Half a surrogate pair becomes U+FFFD: `encodeURIComponent` throws on one, and no font has it. */
export const wellFormed = (text: string): string => text.replace(HALF_PAIR, '\uFFFD');

/** At most `length` UTF-16 units, never ending in half a pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/**
 * One line without unseen characters, at most `length` long, cut before anything else looks at it; empty when
 * nothing is left.
 */
export const plainLine = (text: string, length: number): string =>
  cutText(
    wellFormed(cutText(text, length * 2))
      .replaceAll(UNSEEN, ' ')
      .trim(),
    length,
  );
