import { explainError, type Explanation } from './explain-error.ts';
import { LasoError, type LasoErrorKind, type LinkErrorKind } from './laso-error.ts';

const SENTENCES: Record<LinkErrorKind, Explanation> = {
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

/**
 * As `explainError`, for what signing in can bring. Not on the first path: the server's word is a code here,
 * and is not shown.
 */
export function explainLinkError(error: unknown): Explanation {
  const own: Partial<Record<LasoErrorKind, Explanation>> = SENTENCES;
  return (error instanceof LasoError && own[error.kind]) || explainError(error);
}
