import { cutText, plainLine } from './plain-text.ts';

const MAX_LENGTH = 300;
const TOKEN = /eyJ[\w-]{8,}(\.[\w-]*){0,2}/g;
/** Laso's keys and receipts by their prefix (laso-api.md §1.2). */
const KEY = /\b(?:lasoak|lasoclaim|whsec)_[\w-]+/g;
const CARD_NUMBER = /\b\d(?:[ -]?\d){11,18}\b/g;
const SHORT_CODE =
  /\b(cvv2?|cvc2?|security code|pin(?: code)?)\b([^\p{L}\p{N}]{0,4}(?:is)?[^\p{L}\p{N}]{0,4})\d{3,8}\b/giu;

/**
 * A server's own words as one short line of plain text, fit to be stored and shown: what it may have echoed
 * (`secrets` that we sent, tokens, keys, card numbers, CVV and PIN beside their names) and marks that turn
 * the reading direction are taken out. Null when nothing is left.
 */
export function cleanWords(value: unknown, secrets: readonly string[] = []): string | null {
  if (typeof value !== 'string') return null;
  const clean = withoutSecrets(plainLine(value, MAX_LENGTH * 4), secrets).trim();
  if (clean === '') return null;
  return clean.length > MAX_LENGTH ? `${cutText(clean, MAX_LENGTH - 1)}…` : clean;
}

/**
 * A text of our own that quotes a server, such as a stored reason: the same is taken out, and nothing is cut.
 */
export const withoutSecrets = (text: string, secrets: readonly string[] = []): string =>
  secrets
    .filter((secret) => secret.length > 3)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text)
    .replaceAll(TOKEN, '…')
    .replaceAll(KEY, '…')
    .replaceAll(CARD_NUMBER, '…')
    .replaceAll(SHORT_CODE, '$1$2…');
