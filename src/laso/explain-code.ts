import { ownValue } from '#domain/own-value.ts';
import { explainError, lasoSays, type Explanation } from './explain-error.ts';
import { LasoError } from './laso-error.ts';

/**
 * The codes that Laso's documents name (laso-api.md §2.1), each in words; `rate_limited` is what its status
 * says. Not in the first load: only requests that change something are refused with one.
 */
const SENTENCES: Readonly<Record<string, Explanation>> = {
  invalid_solana_address: {
    title: 'Laso does not accept the Solana address.',
    detail: 'Check it character by character, or take another one: an address of Base does not work here.',
  },
  invalid_destination_address: {
    title: 'Laso does not accept the address to pay to.',
    detail: 'Check it character by character, or take another one: this goes to Base only.',
  },
  amount_below_minimum: { title: 'The amount is too small for Laso.', detail: 'Enter a larger one.' },
  amount_above_maximum: { title: 'The amount is too large for Laso.', detail: 'Enter a smaller one.' },
  insufficient_card_balance: {
    title: 'The card balance is too low for this amount.',
    detail: 'Enter a smaller one. What can go out now may be less than the balance.',
  },
  withdrawals_disabled: {
    title: 'Laso has switched withdrawals off for this account.',
    detail: 'The balance stays where it is. Ask Laso support.',
  },
  withdrawals_unavailable: {
    title: 'Laso cannot make withdrawals at the moment.',
    detail: 'The balance stays where it is. Try again later.',
  },
  withdrawal_rejected: {
    title: 'Laso rejected the withdrawal.',
    detail: 'Compare the balance and the list of withdrawals before you try again.',
  },
  idempotency_key_invalid: {
    title: 'Laso does not accept the number under which this request was sent.',
    detail: 'Tell whoever runs this page.',
  },
  idempotency_key_in_progress: {
    title: 'Laso is still carrying out this very request.',
    detail: 'Wait for its result: do not send it again.',
  },
  idempotency_key_reused: {
    title: 'Laso knows this request’s number from another request.',
    detail: 'Compare what was done so far, then start again.',
  },
  invalid_display_name: { title: 'Laso does not accept this name.', detail: 'Enter another one.' },
  invalid_archived: { title: 'Laso does not accept this filter.', detail: 'Reload the page and try again.' },
  invalid_code: { title: 'The code is not the one that Laso sent.', detail: 'Enter it again.' },
  kyc_required: {
    title: 'Laso wants to verify the holder’s identity first.',
    detail: 'The holder of the account can do so at laso.finance. Its money is untouched.',
  },
  payment_not_found: {
    title: 'Laso does not know this payment.',
    detail: 'Look it up in the list of all payments.',
  },
  unknown_laso_server_id: {
    title: 'Laso does not sell this gift card any more.',
    detail: 'Nothing was paid. Choose another one from the catalog.',
  },
};

/** What a code means, in words; null for one that this build does not know, which then changes nothing. */
export const wordsOfCode = (code: string | null): Explanation | null =>
  (code !== null && ownValue(SENTENCES, code)) || null;

/** What else a 4xx means where its kind says too little. */
const BY_STATUS: ReadonlyMap<number, Explanation> = new Map([
  [
    402,
    {
      title: 'Laso answered that a balance is too low for this.',
      detail: 'Nothing was signed and nothing was paid.',
    },
  ],
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

/**
 * As `explainError`, and by its code or its status where that says more than the kind. A wait and "final" are
 * kept.
 */
export function explainRefusal(error: unknown): Explanation {
  const usual = explainError(error);
  if (!(error instanceof LasoError) || error.kind === 'not-laso') return usual;
  const known = wordsOfCode(error.code) ?? BY_STATUS.get(error.status ?? 0);
  if (!known) return usual;
  const says = lasoSays(error);
  const next = error.terminal ? usual.detail : `${says} ${known.detail}`.trim();
  return { title: known.title, detail: next };
}
