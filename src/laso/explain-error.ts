import { quoted } from '#domain/refusal.ts';
import { LasoError, type LasoErrorKind, type LinkErrorKind } from './laso-error.ts';

export interface Explanation {
  /** What happened. */
  title: string;
  /** What it means and what to do. */
  detail: string;
}

/** Those of signing in are in explain-link.ts, those of what is sent in explain-code.ts. */
const SENTENCES: Record<Exclude<LasoErrorKind, LinkErrorKind | 'payment-required'>, Explanation> = {
  offline: {
    title: 'Laso could not be reached.',
    detail: 'Check your connection. You are seeing the last known data.',
  },
  timeout: {
    title: 'Laso took too long to answer.',
    detail: 'Try again in a moment. You are seeing the last known data.',
  },
  aborted: { title: 'The request was stopped.', detail: 'Try again.' },
  unauthorized: {
    title: 'Laso did not accept this session.',
    detail: 'Try once more. If it keeps happening, sign in again.',
  },
  'session-ended': {
    title: 'The session of this account has ended.',
    detail:
      'What you see stays readable but is not updated. Sign in again with a new link from your agent or with your wallet.',
  },
  'renewal-held': {
    title: 'Another tab of this page is renewing the sign-in and does not answer.',
    detail: 'Close that tab, or reload it. You are seeing the last known data.',
  },
  frozen: {
    title: 'Laso has frozen this account.',
    detail: 'Nothing can be ordered or paid until Laso lifts it. Contact Laso support.',
  },
  forbidden: {
    title: 'Laso refused this.',
    detail: 'It may belong to another account. Check which account is on screen.',
  },
  region: {
    title: 'Laso does not offer this where you are.',
    detail: 'It goes by the country of this browser’s connection. The account and its money are untouched.',
  },
  'not-found': {
    title: 'Laso does not know this.',
    detail: 'Check the link and which account is on screen.',
  },
  conflict: { title: 'Laso is already working on this.', detail: 'Wait until the earlier request is done.' },
  'rate-limited': { title: 'Too many requests for now.', detail: 'Try again later.' },
  'bad-request': { title: 'Laso did not accept the request.', detail: 'Check what you entered.' },
  server: {
    title: 'Laso has a problem at the moment.',
    detail: 'Nothing is wrong on your side. Try again in a minute.',
  },
  'bad-answer': {
    title: 'Laso answered in a form this page does not understand.',
    detail: 'Try again. If it keeps happening, this page may need an update.',
  },
  'not-laso': {
    title: 'Something between this page and Laso answered in its place.',
    detail:
      'It may be the login page of your network, a protection page or a proxy. It says nothing about your account or your money; figures on screen are the last known. Check whether your network wants you to sign in, then try again.',
  },
  'not-listed': {
    title: 'This Laso server does not list this.',
    detail: 'Nothing of it is in the figures on screen.',
  },
};

const UNEXPECTED: Explanation = {
  title: 'Something went wrong on this page.',
  detail: 'Reload it. If it happens again, tell whoever runs this page.',
};

/**
 * Plain words for any error, to be shown as text. The server's own words are quoted; nothing technical or
 * secret is in it.
 */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof LasoError)) return UNEXPECTED;
  const { kind, retryAfterMs } = error;
  const usual: Partial<Record<LasoErrorKind, Explanation>> = SENTENCES;
  const { title, detail } = usual[kind] ?? SENTENCES['bad-request'];
  const wait = kind === 'rate-limited' ? waitWords(retryAfterMs) : null;
  // A 403 is about whose it is, unless it carries a code that says what else it is about.
  const usualNext = kind === 'forbidden' && error.code !== null ? '' : (wait ?? detail);
  const next = error.terminal ? FINAL : usualNext;
  return { title, detail: [lasoSays(error), next].filter(Boolean).join(' ') };
}

/** In place of what else to do, where the server says so. */
export const FINAL = 'Laso says that this is final: asking again will not change it.';

// For these the server's word is a code, or repeats the title.
const UNQUOTED = new Set<LasoErrorKind>(['unauthorized', 'session-ended']);

/**
 * What the sender of the answer says and advises, quoted as theirs; empty where that is a code or missing.
 */
export function lasoSays(error: LasoError): string {
  const { kind, hint, serverMessage, frozenMessage, foreignMessage } = error;
  if (UNQUOTED.has(kind)) return '';
  if (foreignMessage !== null) return `The answer says: “${foreignMessage}”`;
  return quoted('Laso', { words: kind === 'frozen' ? frozenMessage : serverMessage, hint });
}

function waitWords(ms: number | null): string | null {
  if (ms === null || ms <= 0) return null;
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120
    ? `Try again in ${minutes} minutes.`
    : `Try again in ${Math.ceil(minutes / 60)} hours.`;
}
