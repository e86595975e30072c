import type { PaymentRow, PaymentState, PaymentSummary } from '../journal/payment-row.ts';

/** What a row gets with the step that takes its last word back. A person has to see it, also where the row was put aside before. */
export type Correction = Pick<PaymentRow, 'dismissed' | 'reason' | 'hint' | 'candidateIds'> & {
  readonly corrected: NonNullable<PaymentRow['corrected']>;
};

const taken = (from: PaymentState, words: string): Correction => ({
  corrected: { from, words },
  dismissed: null,
  reason: words,
  hint: null,
  candidateIds: [],
});

/** "Not charged" was said, and the money moved: whatever was ordered again because of it may be paid twice. */
export function wronglyNotCharged(
  row: Pick<PaymentSummary, 'id' | 'state'>,
  rows: readonly PaymentSummary[],
): Correction {
  const wrong = 'This page said “Not charged”. That was wrong: the chain shows that this payment was made.';
  const again = rows.some(({ retryOf, state }) => retryOf === row.id && state !== 'not-charged')
    ? 'You ordered the same again, so you may have paid twice.'
    : 'If you have ordered the same again since, you may have paid twice.';
  const back = 'Do not order it again now. To get the money of one back, send Laso support the text below.';
  return taken(row.state, `${wrong} ${again} ${back}`);
}

/** "Paid" was said, by a list or by an answer, and the chain proves that no money moved and none can. */
export function wronglyPaid(row: Pick<PaymentSummary, 'state' | 'cardId'>, isKept: boolean): Correction {
  const said =
    row.state === 'delivered'
      ? 'This page said “Paid”. That was wrong:'
      : 'It looked as if this had been paid, but';
  const what =
    row.cardId !== null
      ? `Card ${row.cardId} was not bought by this order.`
      : isKept
        ? 'What is kept on this device for it may be another order’s: check it before you use it.'
        : '';
  const next = 'If something is missing, ask Laso support with the text below.';
  const words = [`${said} the chain shows that no money moved for this order, and now none can.`, what, next];
  return taken(row.state, words.filter((part) => part !== '').join(' '));
}

/** It was paid, and the card that the answer named may be another payment's: the account's list shows more than that one, or another one. */
export const anotherCard = (row: Pick<PaymentSummary, 'state' | 'cardId'>): Correction =>
  taken(
    row.state,
    `This page said that this payment bought card ${row.cardId ?? ''}. That is not certain any more: the answer did not name this payment, and the account shows another card that fits.`,
  );
