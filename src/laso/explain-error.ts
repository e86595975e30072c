import { quoted } from '#domain/refusal.ts';
import { LasoError, type LasoErrorKind } from './laso-error.ts';

export interface Explanation {
  /** What happened. */
  title: string;
  /** What it means and what to do. */
  detail: string;
}

const SENTENCES: Record<LasoErrorKind, Explanation> = {
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
  'payment-required': {
    title: 'Laso answered that a balance is too low for this.',
    detail:
      'Nothing was signed and nothing was paid: this page pays only for an order that you have reviewed.',
  },
  region: {
    title: 'Laso does not offer this where you are.',
    detail:
      'It goes by the country that this browser’s connection comes from. Nothing is wrong with the account, and its money is untouched.',
  },
  verification: {
    title: 'Laso wants to verify the holder’s identity first.',
    detail: 'The holder of the account can do so at laso.finance. Its money is untouched.',
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
  'link-refused': {
    title: 'This link has been used already or is not valid.',
    detail: 'A login link works once. Ask your agent for a new one, copy it and paste it here.',
  },
  'link-expired': {
    title: 'This link has expired.',
    detail: 'Login links work only for a short time. Ask your agent for a new one.',
  },
  'wrong-project': {
    title: 'This link belongs to another service.',
    detail: 'It was not made for the Laso account system this page is set up for. Nothing was opened.',
  },
  'not-configured': {
    title: 'This page is not set up for this kind of sign-in.',
    detail: 'Its operator must set firebaseApiKey, firebaseProjectId or authCodeUrl in the configuration.',
  },
};

const UNEXPECTED: Explanation = {
  title: 'Something went wrong on this page.',
  detail: 'Reload it. If it happens again, tell whoever runs this page.',
};

/** Statuses whose kind says too little. */
const BY_STATUS: ReadonlyMap<number, Explanation> = new Map([
  [
    410,
    {
      title: 'This is not there any more.',
      detail: 'It has run out, or was removed. Start again with a new one.',
    },
  ],
  [
    412,
    {
      title: 'Laso asks for something else first.',
      detail: 'The account does not meet a condition for this yet. Nothing was changed.',
    },
  ],
  [
    422,
    {
      title: 'Laso cannot carry this out as it was sent.',
      detail: 'Nothing was changed. Reload the page and start again.',
    },
  ],
]);

/** Plain words for any error, to be shown as text. The server's own words are quoted; nothing technical or secret is in it. */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof LasoError)) return UNEXPECTED;
  const { kind, status, retryAfterMs } = error;
  const { title, detail } = (kind === 'bad-request' && BY_STATUS.get(status ?? 0)) || SENTENCES[kind];
  const wait = kind === 'rate-limited' ? waitWords(retryAfterMs) : null;
  const next = error.terminal ? FINAL : (wait ?? detail);
  return { title, detail: [lasoSays(error), next].filter(Boolean).join(' ') };
}

/** In place of what else to do, where the server says so. */
export const FINAL = 'Laso says that this is final: asking again will not change it.';

// For these the server's word is a code, or repeats the title.
const UNQUOTED = new Set<LasoErrorKind>([
  'unauthorized',
  'session-ended',
  'link-refused',
  'link-expired',
  'wrong-project',
  'not-configured',
]);

/** What whoever answered says, and advises, quoted as theirs; empty where that is a code or nothing. */
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
