const APOSTROPHES = /[\u0060\u00b4\u02b9-\u02bd\u2018-\u201b\u2032\uff07]/g;
const DASHES = /[\p{Pd}\u00ad\u2212]/gu;
const MARKS = /\p{M}/gu;
/** What Unicode does not take apart. */
const LETTERS = new Map(
  Object.entries({ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', æ: 'ae', œ: 'oe' }),
);
const OTHER_LETTERS = /[ßıøłđðþħæœ]/g;
const PLAIN = /^[^`\u0080-\uffff]*$/;

/**
 * A text as it is searched: without case, accents and the typographer's signs, so that "istanbul" finds
 * "İSTANBUL", "cafe" finds "CAFÉ" however its accent is encoded, and "o'reilly" finds "O’Reilly". To be made
 * once for a text that is searched again and again.
 */
export function searchText(text: string): string {
  const lower = text.toLowerCase();
  // Nearly every text: nothing else has to be done.
  if (PLAIN.test(lower)) return lower;
  return lower
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(DASHES, '-')
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .replaceAll(OTHER_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .toLowerCase();
}

/** The words of the typed text: each has to be found. */
export const searchWords = (typed: string): string[] => searchText(typed).split(/\s+/).filter(Boolean);
