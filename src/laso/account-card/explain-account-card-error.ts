import type { Explanation } from '../explain-error.ts';
import { accountCardErrorOf, type AccountCardErrorKind } from './account-card-error.ts';

const SENTENCES: Record<AccountCardErrorKind, Explanation> = {
  offline: {
    title: 'The card programme could not be reached.',
    detail: 'Check your connection. What you see is the last we know.',
  },
  timeout: { title: 'The card programme took too long to answer.', detail: 'Try again in a moment.' },
  aborted: { title: 'The request was stopped.', detail: 'Try again.' },
  unauthorized: {
    title: 'The card programme did not accept this access token.',
    detail: 'It may have ended: they live for a few hours. Get a new one and enter it again.',
  },
  forbidden: {
    title: 'This access token may not do this.',
    detail:
      'The user may be suspended, or belong to another client of the programme. Ask the programme’s support.',
  },
  'no-card': { title: 'There is no card any more.', detail: 'The programme knows no card of this user.' },
  'not-verified': {
    title: 'Your identity is not verified yet.',
    detail: 'Nothing was ordered. Finish the verification with the card programme, then order again.',
  },
  'has-card': {
    title: 'You already have a card.',
    detail: 'Nothing more was ordered: there is one card for each user.',
  },
  'bad-request': {
    title: 'The card programme did not accept the request.',
    detail: 'Nothing was changed. Look at the card again and try once more.',
  },
  invalid: {
    title: 'The card programme refused a value in the request.',
    detail: 'Nothing was changed. This page may need an update: tell whoever runs it.',
  },
  'rate-limited': { title: 'Too many requests for now.', detail: 'Wait a minute and try again.' },
  'client-key-refused': {
    title: 'The card programme does not know this dashboard’s client key.',
    detail: 'Its operator must correct accountCard.clientKey in the configuration.',
  },
  'client-key-missing': {
    title: 'This dashboard sent no client key to the card programme.',
    detail: 'Its operator must set accountCard.clientKey in the configuration.',
  },
  server: {
    title: 'The card programme has a problem at the moment.',
    detail: 'It is not on your side. Try again in a minute.',
  },
  'bad-answer': {
    title: 'The card programme answered in a form this page does not understand.',
    detail: 'Try again. If it stays, this page may need an update.',
  },
  'foreign-host': {
    title: 'The card programme pointed to an address that this dashboard does not allow.',
    detail: 'Nothing was loaded from it. Its operator must add the host to accountCard.imageHosts.',
  },
  'image-gone': {
    title: 'The picture could not be loaded.',
    detail: 'Each one works once, for about ten minutes. Ask for a new one.',
  },
};

/** For these the programme's words say what ours do not. */
const QUOTED = new Set<AccountCardErrorKind>(['bad-request', 'invalid', 'forbidden']);

/** Plain words for any error of the programme, to be shown as text. */
export function explainAccountCardError(error: unknown): Explanation {
  const { kind, serverMessage } = accountCardErrorOf(error);
  const { title, detail } = SENTENCES[kind];
  const words = QUOTED.has(kind) && serverMessage ? `The programme says: “${serverMessage}” ` : '';
  return { title, detail: `${words}${detail}` };
}
