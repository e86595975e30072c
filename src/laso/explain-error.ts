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

/** Plain words for any error, to be shown as text. Laso's own words are quoted; nothing technical or secret is in it. */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof LasoError)) return UNEXPECTED;
  const { title, detail } = SENTENCES[error.kind];
  const words = error.kind === 'frozen' ? error.frozenMessage : quotable(error);
  const wait = error.kind === 'rate-limited' ? waitWords(error.retryAfterMs) : null;
  return { title, detail: [words && `Laso says: “${words}”`, wait ?? detail].filter(Boolean).join(' ') };
}

// For these the server's word is a code, or repeats the title.
const UNQUOTED = new Set<LasoErrorKind>([
  'unauthorized',
  'session-ended',
  'link-refused',
  'link-expired',
  'wrong-project',
  'not-configured',
]);

const quotable = (error: LasoError): string | null => (UNQUOTED.has(error.kind) ? null : error.serverMessage);

function waitWords(ms: number | null): string | null {
  if (ms === null || ms <= 0) return null;
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}
