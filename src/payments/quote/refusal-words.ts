import type { RefusalKind } from '#domain/refusal-kind.ts';

/** Why an order was refused: the same words before the payment and after it. What it means for the money stands beside them. */
const WORDS: Readonly<Record<RefusalKind, string>> = {
  frozen: 'Laso has frozen this account, so it cannot order.',
  region:
    'Laso does not sell this where you are: it goes by the country that this browser’s connection comes from, and U.S. cards are issued in the United States only.',
  verification:
    'Laso wants to verify the identity of the account’s holder first, which the holder can do at laso.finance.',
  'daily-limit': 'Laso’s limit for one day is reached: it issues about six cards a day to one wallet.',
  'out-of-stock': 'Laso has none of these left at the moment. They come back, mostly on working days.',
  'rate-limited': 'Too many requests: Laso asks you to wait.',
  'balance-short': 'Laso answered that a balance is too low for this, and named no price.',
  'not-met': 'The account does not meet a condition that Laso sets for this order (412).',
  gone: 'What was ordered is not offered any more (410).',
  'unknown-thing': 'Laso does not know what was ordered (404).',
  'not-accepted': 'Laso does not accept this order.',
  working: 'Laso is still working on an earlier request (409).',
  fault: 'Laso has a problem right now.',
  refused: 'Laso refused this order.',
};

export const wordsOfRefusal = (kind: RefusalKind, status: number): string =>
  kind === 'refused' || kind === 'fault' ? WORDS[kind].replace('.', ` (${status}).`) : WORDS[kind];
