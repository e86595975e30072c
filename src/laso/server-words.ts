import { readText } from './wire.ts';

const MAX_LENGTH = 300;
const TOKEN = /eyJ[\w-]{8,}(\.[\w-]*){0,2}/g;
const CARD_NUMBER = /\b\d(?:[ -]?\d){11,18}\b/g;

/**
 * What an error answer says, as one short line of plain text: `error`, `message` or `detail` (laso-api.md), also nested as Firebase writes
 * it. Secrets we sent, and anything that looks like a token or a card number, are taken out: a server may echo them.
 */
export function serverWords(body: unknown, secrets: readonly string[] = []): string | null {
  const text = readText(firstText(body));
  if (text === null) return null;
  const clean = secrets
    .filter((secret) => secret.length > 3)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text)
    .replaceAll(TOKEN, '…')
    .replaceAll(CARD_NUMBER, '…');
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}

/** The reason a frozen account is given (`frozen_message`), or null. */
export const frozenWords = (body: unknown, secrets: readonly string[] = []): string | null =>
  serverWords({ error: field(body, 'frozen_message') }, secrets);

function firstText(body: unknown): unknown {
  for (const name of ['error', 'message', 'detail']) {
    const value = field(body, name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    const nested = field(value, 'message');
    if (typeof nested === 'string' && nested.trim() !== '') return nested;
  }
  return null;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
