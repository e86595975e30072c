/** Digits that a JSON number keeps for certain: 2^53 has sixteen. */
const SAFE_DIGITS = 15;
const LONGEST_PLAIN = /^-?\d{1,15}$/;

/**
 * `JSON.parse`, but a number that it would change ("6006491234567890123" becomes …0000) is returned as text,
 * digit for digit: it may be a code worth money. Every other value is what `JSON.parse` returns, and it
 * throws the same errors. One pass, in time proportional to the text.
 */
export function parseExactJson(text: string): unknown {
  // Checked first: what is no JSON must not become some by what is put into it.
  const plain: unknown = JSON.parse(text);
  const exact = withQuotedNumbers(text);
  return exact === text ? plain : JSON.parse(exact);
}

// Strings first, so that digits inside them are never seen as numbers. Neither branch can match the same text
// in two ways, and no start fails.
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d[\d.eE+-]*/g;

const withQuotedNumbers = (text: string): string =>
  text.replaceAll(TOKEN, (token) => (isChanged(token) ? `"${token}"` : token));

function isChanged(token: string): boolean {
  if (token.startsWith('"') || LONGEST_PLAIN.test(token)) return false;
  const [figure = ''] = token.split(/e/i, 1);
  const digits = figure.replaceAll(/[^\d]/g, '').length;
  return digits > SAFE_DIGITS && String(Number(token)) !== token;
}
