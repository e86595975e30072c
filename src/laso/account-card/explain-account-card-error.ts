import type { Explanation } from '../explain-error.ts';
import { accountCardErrorOf, type AccountCardErrorKind } from './account-card-error.ts';

const SENTENCES: Record<AccountCardErrorKind, Explanation> = {
  offline: {
    title: 'The card program could not be reached.',
    detail: 'Check your connection. You are seeing the last known data.',
  },
  timeout: { title: 'The card program took too long to answer.', detail: 'Try again in a moment.' },
  'other-tab': {
    title: 'Another tab of this page is ordering the card and does not finish.',
    detail: 'Nothing was ordered from here. Close that tab, or reload it, then look at the card again.',
  },
  aborted: { title: 'The request was stopped.', detail: 'Try again.' },
  unauthorized: {
    title: 'The card program did not accept this access token.',
    detail: 'It may have expired: they last a few hours. Get a new one and enter it again.',
  },
  forbidden: {
    title: 'This access token may not do this.',
    detail:
      'The user may be suspended, or belong to another client of the program. Ask the program’s support.',
  },
  'no-card': { title: 'There is no card anymore.', detail: 'The program knows no card of this user.' },
  'no-user': {
    title: 'The card program does not know this user.',
    detail:
      'Nothing was changed. Ask the program’s support. If nobody gets in, this dashboard’s operator should check accountCard.baseUrl in the configuration.',
  },
  'not-verified': {
    title: 'Your identity is not verified yet.',
    detail: 'Nothing was ordered. Finish the verification with the card program, then order again.',
  },
  'has-card': {
    title: 'You already have a card.',
    detail: 'Nothing more was ordered: there is one card for each user.',
  },
  'bad-request': {
    title: 'The card program did not accept the request.',
    detail: 'Nothing was changed. Look at the card again and try once more.',
  },
  invalid: {
    title: 'The card program refused a value in the request.',
    detail: 'Nothing was changed. This page may need an update: tell whoever runs it.',
  },
  'rate-limited': { title: 'Too many requests for now.', detail: 'Wait a minute and try again.' },
  'client-key-refused': {
    title: 'The card program does not know this dashboard’s client key.',
    detail: 'Its operator must correct accountCard.clientKey in the configuration.',
  },
  'client-key-missing': {
    title: 'This dashboard sent no client key to the card program.',
    detail: 'Its operator must set accountCard.clientKey in the configuration.',
  },
  server: {
    title: 'The card program has a problem at the moment.',
    detail: 'Nothing is wrong on your side. Try again in a minute.',
  },
  'bad-answer': {
    title: 'The card program answered in a form this page does not understand.',
    detail: 'Try again. If it keeps happening, this page may need an update.',
  },
  'not-program': {
    title: 'Something between this page and the card program answered in its place.',
    detail:
      'It may be the login page of your network, a protection page or a proxy. It says nothing about your card; what you see is the last known data. Check whether your network wants you to sign in, then try again.',
  },
  'foreign-host': {
    title: 'The card program pointed to an address that this dashboard does not allow.',
    detail: 'Nothing was loaded from it. Its operator must add the host to accountCard.imageHosts.',
  },
  'image-gone': {
    title: 'The picture could not be loaded.',
    detail: 'Each one works once, for about ten minutes. Ask for a new one.',
  },
};

/** For these kinds the program's words add something to ours. */
const QUOTED = new Set<AccountCardErrorKind>(['bad-request', 'invalid', 'forbidden']);

/** Plain words for any error of the program, to be shown as text. */
export function explainAccountCardError(error: unknown): Explanation {
  const { kind, serverMessage } = accountCardErrorOf(error);
  const { title, detail } = SENTENCES[kind];
  const words = QUOTED.has(kind) && serverMessage ? `The program says: “${serverMessage}” ` : '';
  return { title, detail: `${words}${detail}` };
}
