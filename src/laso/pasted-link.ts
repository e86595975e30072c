import { endOfKey } from './key-end.ts';
import type { LinkSecrets } from './login-link.ts';
import { runAt, type PastedRun } from './pasted-run.ts';
import { pastedWords, type PastedWord } from './pasted-words.ts';
import { withoutSentenceEnd } from './sentence-end.ts';

export interface PastedLink extends LinkSecrets {
  /**
   * Nothing was read: longer than any conversation, or broken into lines so that the end of the key is
   * unknown.
   */
  refused?: 'too-long' | 'broken';
}

/** A long conversation with a link in it is less. */
const MAX_PASTED = 100_000;
const CODE = /^[A-Za-z0-9_-]{4,}$/;
const ADDRESS = /https?:\/\//gi;
const KEY = /(?:^|[?#&])(?:authToken|code)=/g;
/** Among other words "code=" may say anything. */
const KEY_IN_TEXT = /(?:^|[?#&])authToken=|[?#&]code=/g;
const BARE_TOKEN = /\beyJ/g;

/**
 * Reads a pasted text: a login link to any host, a link inside a sentence or a frame, broken into lines or
 * indented, or the bare token or code. Never throws; text without a key gives two empty lists. Linear in
 * time.
 */
export function readLoginLink(pasted: string): PastedLink {
  if (pasted.length > MAX_PASTED) return { authTokens: [], codes: [], refused: 'too-long' };
  // As JSON and HTML write them.
  const words = pastedWords(pasted.replaceAll('\\/', '/').replaceAll('&amp;', '&'));
  return (
    keysOf(words, ADDRESS, readAddress) ??
    keysOf(words, words.length === 1 ? KEY : KEY_IN_TEXT, readAddress) ??
    keysOf(words, BARE_TOKEN, readToken) ??
    readOneWord(words)
  );
}

interface Reading {
  /** Null where the run holds no key; `broken` where its end is unknown. */
  keys: LinkSecrets | 'broken' | null;
  /** How much of the run was looked at for it: no other key starts in there. */
  end: number;
}

/**
 * The keys that start where this is written, each once; null when there is none. An unreadable one counts
 * only where no other can be read.
 */
function keysOf(
  words: readonly PastedWord[],
  start: RegExp,
  read: (run: PastedRun) => Reading,
): PastedLink | null {
  const found = new Map<string, LinkSecrets>();
  let broken = false;
  let from = { word: 0, offset: 0 };
  for (const [index, word] of words.entries())
    for (const match of word.text.matchAll(start)) {
      if (index < from.word || (index === from.word && match.index < from.offset)) continue;
      const run = runAt(words, index, match.index);
      const { keys, end } = read(run);
      from = placeOf(run, end, index, match.index);
      if (keys === 'broken') broken = true;
      else if (keys) found.set(JSON.stringify(keys), keys);
    }
  const all = [...found.values()];
  if (all.length === 0) return broken ? { authTokens: [], codes: [], refused: 'broken' } : null;
  return {
    authTokens: all.flatMap(({ authTokens }) => authTokens),
    codes: all.flatMap(({ codes }) => codes),
  };
}

/** The place in the words that is `end` characters into a run. */
function placeOf(
  run: PastedRun,
  end: number,
  word: number,
  offset: number,
): { word: number; offset: number } {
  const part = Math.max(
    0,
    run.ends.findIndex(({ at }) => at >= end),
  );
  const before = run.ends[part - 1];
  return { word: word + part, offset: before ? end - before.at : offset + end };
}

/** All that only line breaks divide. */
const byLinesEnd = (run: PastedRun): number => run.ends.findLast(({ byLines }) => byLines)?.at ?? 0;

function readAddress(run: PastedRun): Reading {
  const joined = run.text.slice(0, byLinesEnd(run));
  const keys = [...joined.matchAll(KEY)];
  const [key] = keys;
  if (!key) return { keys: null, end: run.ends[0]?.at ?? 0 };
  // More than one key is refused anyway.
  const end = keys.length > 1 ? joined.length : endOfKey(run, key.index + key[0].length);
  if (end === 'broken') return { keys: end, end: joined.length };
  return { keys: readParameters(run.text.slice(0, end)), end };
}

function readToken(run: PastedRun): Reading {
  const end = endOfKey(run, 0);
  if (end === 'broken') return { keys: end, end: byLinesEnd(run) };
  return { keys: { authTokens: [withoutSentenceEnd(run.text.slice(0, end))], codes: [] }, end };
}

/** The keys in an address's query and fragment, as public/take-login-link.js takes them. */
function readParameters(address: string): LinkSecrets {
  const [beforeHash = '', ...afterHash] = address.split('#');
  const query = beforeHash.includes('?') ? beforeHash.slice(beforeHash.indexOf('?') + 1) : beforeHash;
  const fragment = afterHash.join('#');
  const parts = [query, fragment.slice(fragment.indexOf('?') + 1)].map((part) => new URLSearchParams(part));
  const all = (name: string) => parts.flatMap((part) => part.getAll(name)).map(withoutSentenceEnd);
  return { authTokens: all('authToken'), codes: all('code') };
}

/** A bare code, or three parts between dots that are no token. */
function readOneWord(words: readonly PastedWord[]): LinkSecrets {
  const [word] = words;
  const text = word && words.length === 1 ? withoutSentenceEnd(word.text.replace(/^[<"'`(]+/, '')) : '';
  if (text.split('.', 3).length === 3) return { authTokens: [text], codes: [] };
  return { authTokens: [], codes: CODE.test(text) ? [text] : [] };
}

/** Why nothing of what was pasted is used; null when a key was found. */
export function pasteProblem(link: PastedLink): string | null {
  if (link.refused === 'too-long')
    return 'This is far too long for a login link. Copy only the link, from https to its end.';
  if (link.refused === 'broken')
    return 'This link is broken into lines, and its end is missing or cannot be told from what follows. Nothing was sent. Copy only the link, from https to its end, and paste it again.';
  if (link.authTokens.length + link.codes.length > 0) return null;
  return 'This contains no login link. Paste the whole link your agent sent you, from https to the end.';
}
