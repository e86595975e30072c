import type { MatchResult } from '#domain/match-transfers.ts';
import { dayOf, formatDay } from '#domain/day.ts';
import { DefinitionList, type Definition } from '#ui/definition-list.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { counted, sumsOf, type PaymentSum } from './check-sums.ts';
import { isComplete, type KeptCheck } from './kept-check.ts';

/** The figures of a check: what went to Laso, what it was for, what the wallet still holds. */
export function CheckFacts({ check, result }: { check: KeptCheck; result: MatchResult }) {
  const sums = sumsOf(result);
  const paid = isComplete(check) ? 'Paid to Laso' : 'Paid to Laso so far';
  return (
    <DefinitionList
      items={[
        {
          key: 'all',
          term: `${paid}, ${counted(sums.all.count, 'payment')}`,
          detail: <UsdcAmount atomic={sums.all.atomic} />,
        },
        ...part('cards', sums.cards, 'card'),
        ...part('orders', sums.otherOrders, 'other order'),
        ...part('sign-ins', sums.signIns, 'sign-in'),
        ...unpaidCards(check, result),
        {
          key: 'wallet',
          term: 'In the agent’s own wallet',
          detail: <UsdcAmount atomic={check.walletAtomic} reason="Could not be read" />,
        },
        { key: 'since', term: 'Payments since', detail: formatDay(dayOf(check.sinceMs)) },
        { key: 'checked', term: 'Checked', detail: <RelativeTime ms={check.readAtMs} /> },
      ]}
    />
  );
}

const part = (key: string, { count, atomic }: PaymentSum, noun: string): Definition[] =>
  count === 0
    ? []
    : [{ key, term: `Matched to ${counted(count, noun)}`, detail: <UsdcAmount atomic={atomic} /> }];

/** Where everything was read: cards that were ordered in that time and that no payment of this address explains. */
function unpaidCards(check: KeptCheck, { unpaid }: MatchResult): Definition[] {
  const cards = unpaid.filter(
    ({ cardId, atMs }) => cardId !== null && atMs !== null && atMs >= check.sinceMs,
  );
  return cards.length === 0 || !isComplete(check)
    ? []
    : [
        {
          key: 'unpaid',
          term: 'Ordered with no payment from this address',
          detail: counted(cards.length, 'card'),
        },
      ];
}
