import { cutEnd } from './cut-end.ts';

/**
 * Card networks write one merchant in many ways: "AMAZON.COM*2K4 SEATTLE", "Amazon Web Services", "SQ *BLUE
 * BOTTLE". Spending is added up under one name. Pure text work, and deliberately timid: two merchants seen as
 * one hide more than one seen as two.
 */
const PROCESSORS =
  /^(sq|tst|pp|paypal|stripe|sp|py|ic|dnh|goog(?:le)?|apl|fs|gum|lmsq|wpy|2co|pddle|paddle(?:\.net)?)\s*\*\s*/i;
const COMPANY =
  /^(?:inc|llc|ltd|limited|corp|co|gmbh|ag|sas|s\.?a\.?|s\.?r\.?o\.?|pty|bv|b\.v\.|plc|oy|ab)\.?$/i;
/** The number of a purchase or of a branch: four letters and digits or more, one of them a digit. */
const isReference = (word: string): boolean => word.length >= 4 && /\d/.test(word);

/**
 * "SQ *Blue Bottle #4471" → "Blue Bottle": for adding up and showing. Never empty: a name that would become
 * empty stays as it is.
 */
export function merchantName(description: string): string {
  const known = names.get(description);
  if (known !== undefined) return known;
  // Ten thousand ways to write merchants are more than any account has; hostile ones must not fill the
  // memory.
  if (names.size > 10_000) names.clear();
  const name = withoutNoise(description);
  names.set(description, name);
  return name;
}

/** The same few merchants come thousands of times. */
const names = new Map<string, string>();

function withoutNoise(description: string): string {
  const trimmed = description.replace(/\s+/g, ' ').trim();
  const bought = withoutLast(trimmed.replace(PROCESSORS, '').trim(), /[a-z0-9]/i, /[\s*#-]/, isReference);
  const withoutCompany = (name: string) => withoutLast(name, /[^\s,]/, /[\s,]/, (word) => COMPANY.test(word));
  const without = withoutCompany(withoutCompany(bought));
  const name = cutEnd(without, (char) => /[\s*#,.-]/.test(char)) || trimmed;
  return name === name.toUpperCase() ? capitalised(name) : name;
}

/** Without its last word of such letters, and what divides it from the rest, where it is of a kind. */
function withoutLast(
  name: string,
  letter: RegExp,
  divider: RegExp,
  isOfKind: (word: string) => boolean,
): string {
  const rest = cutEnd(name, (char) => letter.test(char));
  const before = cutEnd(rest, (char) => divider.test(char));
  return before !== rest && isOfKind(name.slice(rest.length)) ? before.trim() : name;
}

/** The same merchant, whatever its case, accents and dots: the key to group by. */
export const merchantKey = (description: string): string =>
  merchantName(description)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * "AMAZON WEB SERVICES" → "Amazon Web Services", "AMAZON.COM" → "Amazon.com". Short words stay as they are
 * written where they look like initials: in front ("AWS", "HBO MAX" → "HBO Max") or without a vowel.
 */
const capitalised = (name: string): string =>
  name.replaceAll(/(\.?)(\p{L}[\p{L}']*)/gu, (_, dot: string, word: string, at: number) => {
    if (dot !== '' && at > 0) return dot + word.toLowerCase();
    const initials = word.length <= 3 && (at === 0 || !/[aeiouy]/i.test(word));
    return dot + (initials ? word : word.charAt(0) + word.slice(1).toLowerCase());
  });

const WEB_ENDING = /\.(com|net|org|io|dev|ai|co|app)\b.*$/i;

/**
 * What to look a merchant up by: its name without what it sold ("OPENAI *API CREDITS") and without the ending
 * of its web address.
 */
export function merchantSearch(description: string): string {
  const name = merchantName(description);
  const bare = (name.split('*')[0] ?? '').replace(WEB_ENDING, '').trim();
  return bare || name;
}
