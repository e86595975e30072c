import type { MatchResult } from '#domain/match-transfers.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatExactTime } from '#ui/format-time.ts';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { counted, sumsOf, type PaymentSum } from './check-sums.ts';
import { lagged } from './check-words.ts';
import { isComplete, type KeptCheck } from './kept-check.ts';
import { UnmatchedPayments } from './unmatched-payments.tsx';

interface CheckResultProps {
  check: KeptCheck;
  result: MatchResult;
  /** What of the account could not be read: payments for it look unmatched. */
  missing: readonly string[];
  transactionHref: (transaction: string) => string | null;
}

/** What the chain says, beside what Laso says: the sentence first, the figures, then what matches nothing. */
export function CheckResult({ check, result, missing, transactionHref }: CheckResultProps) {
  const sums = sumsOf(result);
  const { unmatched } = sums;
  return (
    <div className="flex flex-col gap-5">
      {unmatched.count === 0 ? (
        <Notice
          tone={isComplete(check) && missing.length === 0 ? 'positive' : 'info'}
          title={fine(sums.all)}
        />
      ) : (
        <Notice
          tone="caution"
          title={
            <>
              {counted(unmatched.count, 'payment')} to Laso, <UsdcAmount atomic={unmatched.atomic} />,{' '}
              {unmatched.count === 1 ? 'matches' : 'match'} nothing known.
            </>
          }
        >
          {missing.length > 0
            ? `${sentence(missing)} could not be read, so payments for them are among these. Check again when they can.`
            : 'It may be a gift card or a transfer that the agent bought itself: Laso does not list those. If the agent cannot explain it, ask Laso with the transaction.'}
        </Notice>
      )}
      {result.unmatched.length > 0 && (
        <UnmatchedPayments payments={result.unmatched} transactionHref={transactionHref} />
      )}
      <DefinitionList
        items={[
          {
            key: 'all',
            term: `Paid to Laso, ${counted(sums.all.count, 'payment')}`,
            detail: <UsdcAmount atomic={sums.all.atomic} />,
          },
          {
            key: 'cards',
            term: `Matched to ${counted(sums.cards.count, 'card')}`,
            detail: <UsdcAmount atomic={sums.cards.atomic} />,
          },
          ...part('orders', sums.otherOrders, 'other order'),
          ...part('sign-ins', sums.signIns, 'sign-in'),
          ...unpaidCards(check, result),
          {
            key: 'wallet',
            term: 'In the agent’s own wallet',
            detail: <UsdcAmount atomic={check.walletAtomic} reason="The node did not tell" />,
          },
          {
            key: 'checked',
            term: 'Checked',
            detail: (
              <>
                <RelativeTime ms={check.readAtMs} />, payments since {formatExactTime(check.sinceMs)}
              </>
            ),
          },
        ]}
      />
      {lagged(check) && (
        <p className="max-w-prose text-sm text-caution">
          The newest block that the node had was from {formatExactTime(check.head.atMs)}. Later payments are
          not in here: the node lags, or this device’s clock is ahead.
        </p>
      )}
    </div>
  );
}

const fine = ({ count }: PaymentSum): string =>
  count === 0
    ? 'No payment to Laso was found.'
    : count === 1
      ? 'The one payment to Laso that was found belongs to something known.'
      : `All ${counted(count, 'payment')} to Laso that were found belong to something known.`;

const part = (key: string, { count, atomic }: PaymentSum, noun: string) =>
  count === 0
    ? []
    : [{ key, term: `Matched to ${counted(count, noun)}`, detail: <UsdcAmount atomic={atomic} /> }];

/** Where everything was read: cards that were ordered in that time and that no payment of this address explains. */
function unpaidCards(check: KeptCheck, { unpaid }: MatchResult) {
  const cards = unpaid.filter(
    ({ cardId, atMs }) => cardId !== null && atMs !== null && atMs >= check.sinceMs,
  );
  return cards.length === 0 || !isComplete(check)
    ? []
    : [
        {
          key: 'unpaid',
          term: 'Ordered since then without a payment here',
          detail: counted(cards.length, 'card'),
        },
      ];
}

const sentence = (missing: readonly string[]): string => {
  const text = missing.join(' and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
