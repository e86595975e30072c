import { memberOf } from './member-of.ts';
import { cleanWords } from './server-words.ts';

/**
 * What an answer that refuses says beside its status (laso-api.md §2.1), in whatever edition. Each text is
 * plain, short and without secrets.
 */
export interface Refusal {
  /** What happened, in its words. */
  readonly words: string | null;
  /** All else that it says: the next step. */
  readonly hint: string | null;
  /** Why the account is frozen. */
  readonly frozen: string | null;
  /** A short token; one that this build does not know changes nothing. */
  readonly code: string | null;
  /** Asking again never helps. */
  readonly terminal: boolean;
}

/** In this order; the first one says what happened. */
const WORDS = ['errorMessage', 'error', 'message', 'detail', 'errorReason'];
const HINTS = ['hint', 'message', 'detail', 'note', 'x_laso_guidance'];

/** Reads any body: one that says nothing gives nothing. `secrets`: what we sent and must not come back. */
export function readRefusal(body: unknown, secrets: readonly string[] = []): Refusal {
  const textOf = (name: string): string | null => {
    const value = memberOf(body, name);
    // Callables write `{error: {status, message}}`.
    return cleanWords(value, secrets) ?? cleanWords(memberOf(value, 'message'), secrets);
  };
  const words = WORDS.map(textOf).find((text) => text !== null) ?? null;
  const hints = HINTS.map(textOf).filter((text) => text !== null && text !== words);
  const code = memberOf(body, 'code') ?? memberOf(memberOf(body, 'error'), 'status');
  return {
    words,
    hint: cleanWords([...new Set(hints)].join(' '), secrets),
    frozen: textOf('frozen_message'),
    code: typeof code === 'string' && /^[a-z][\w.-]{0,63}$/i.test(code) ? code : null,
    terminal: [true, 'true', 1].some((yes) => yes === memberOf(body, 'terminal')),
  };
}

/** Laso's own words, quoted. A code is never shown: it is no sentence. */
export const quoted = (who: string, { words, hint }: Pick<Refusal, 'words' | 'hint'>): string =>
  [words && `${who} says: “${words}”`, hint && `${who} advises: “${hint}”`].filter(Boolean).join(' ');
