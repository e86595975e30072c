const WORDS = new Map([
  ['revealed-number', 'Number and expiry revealed'],
  ['revealed-cvv', 'CVV revealed'],
  ['copied-number', 'Number copied'],
  ['copied-expiry', 'Expiry copied'],
  ['copied-cvv', 'CVV copied'],
]);

/** What was looked at; an action of another version of this page as it was written. */
export const revealWords = (action: string): string => WORDS.get(action) ?? action;
