import { cleanWords } from '#domain/server-words.ts';

/**
 * What an error answer says, as one short line of plain text without secrets: `error`, `message` or `detail` (laso-api.md), also nested as
 * Firebase writes it.
 */
export const serverWords = (body: unknown, secrets: readonly string[] = []): string | null =>
  cleanWords(firstText(body), secrets);

/** The reason a frozen account is given (`frozen_message`), or null. */
export const frozenWords = (body: unknown, secrets: readonly string[] = []): string | null =>
  cleanWords(field(body, 'frozen_message'), secrets);

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
