/** Runs of 12 to 19 digits, in groups or not, as people write card numbers (ISO/IEC 7812). */
const NUMBERS = /(?<!\d)\d(?:[ .\u00a0-]?\d){11,18}(?!\d)/g;

/**
 * True when a text holds what may be a card number: such a text is never stored, or notes become a place to
 * steal cards from (lessons.md S7).
 */
export const holdsCardNumber = (text: string): boolean =>
  (text.match(NUMBERS) ?? []).some((number) => passesLuhn(number.replaceAll(/\D/g, '')));

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
