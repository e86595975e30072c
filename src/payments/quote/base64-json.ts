/** x402 headers are base64 of UTF-8 JSON (specs/transports-v2/http.md). Longer ones are not read: the real ones have 1–3 kB. */
const MAX_LENGTH = 32_768;

/** The decoded value; throws a SyntaxError or DOMException when it is not base64 JSON of a sane size. */
export function decodeBase64Json(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new SyntaxError(`The header is longer than ${MAX_LENGTH} characters.`);
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
