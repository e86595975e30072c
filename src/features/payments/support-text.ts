import { networkName } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import { supportLines } from '#domain/support-case.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { isoTime } from './known-time.ts';
import { productName, stateWord } from './payment-words.ts';

/** What Laso's support needs to find a payment; nothing in it is secret. */
export function supportText(row: PaymentSummary): string {
  const onChain = row.settledAtSec === null ? '' : ` (on chain at ${isoTime(row.settledAtSec * 1000)})`;
  const title = `Payment of ${formatUsdc(BigInt(row.amountAtomic))} USDC for a ${productName(row)}: ${stateWord[row.state]}`;
  const facts: [string, string][] = [
    ['Network', `${networkName(row.network)} (${row.network})`],
    ['Recipient', row.payTo],
    ['Transaction', `${row.transaction ?? 'not known'}${onChain}`],
  ];
  if (row.marks) facts.push(['Authorisation', row.marks.nonce]);
  if (row.hint) facts.push(['Laso’s words', row.hint.words]);
  if (row.cardId) facts.push(['Card', row.cardId]);
  return [
    ...supportLines({ title, facts }, row.payer.toLowerCase()),
    ...row.history.map(
      (entry) => `${isoTime(entry.atMs)} ${entry.state}${entry.note ? ` (${entry.note})` : ''}`,
    ),
  ].join('\n');
}
