import { networkName } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { isoTime } from './known-time.ts';
import { productName, stateWord } from './payment-words.ts';

/** What Laso's support needs to find a payment; nothing in it is secret. */
export function supportText(row: PaymentSummary): string {
  return [
    `Payment of ${formatUsdc(BigInt(row.amountAtomic))} USDC for a ${productName(row)}: ${stateWord[row.state]}`,
    `User id: ${row.payer.toLowerCase()}`,
    `Network: ${networkName(row.network)} (${row.network})`,
    `Recipient: ${row.payTo}`,
    `Transaction: ${row.transaction ?? 'not known'}${row.settledAtSec === null ? '' : ` (on chain at ${isoTime(row.settledAtSec * 1000)})`}`,
    ...(row.marks ? [`Authorisation: ${row.marks.nonce}`] : []),
    ...(row.hint ? [`Laso’s words: ${row.hint.words}`] : []),
    ...(row.cardId ? [`Card: ${row.cardId}`] : []),
    ...row.history.map(
      (entry) => `${isoTime(entry.atMs)} ${entry.state}${entry.note ? ` (${entry.note})` : ''}`,
    ),
  ].join('\n');
}
