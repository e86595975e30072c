import type { MatchResult } from '#domain/match-transfers.ts';
import { formatExactTime } from '#ui/format-time.ts';
import { Notice } from '#ui/notice.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { CheckFacts } from './check-facts.tsx';
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

/** What the chain says, beside what Laso says: the sentence first, what matches nothing under it, the figures beside. */
export function CheckResult({ check, result, missing, transactionHref }: CheckResultProps) {
  const { all, unmatched } = sumsOf(result);
  return (
    <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-5 empty:hidden">
        {unmatched.count > 0 && (
          <Notice tone="caution" title={<UnmatchedTitle sum={unmatched} />}>
            {missing.length > 0
              ? `Some of these may be for ${missing.join(' and ')}, which could not be read.`
              : `${unmatched.count === 1 ? 'It' : 'Each'} may be a gift card or a transfer that the agent bought: Laso does not list those. If the agent cannot explain it, ask Laso and give the transaction.`}
          </Notice>
        )}
        {unmatched.count === 0 && isComplete(check) && (
          <Notice tone={all.count > 0 ? 'positive' : 'info'} title={fine(all)}>
            {missing.length > 0 && `Not compared with ${missing.join(' and ')}, which could not be read.`}
          </Notice>
        )}
        {unmatched.count > 0 && (
          <UnmatchedPayments payments={result.unmatched} transactionHref={transactionHref} />
        )}
        {lagged(check) && (
          <p className="max-w-prose text-sm text-caution">
            The node’s newest block is from {formatExactTime(check.head.atMs)}. Later payments are not
            included: the node is behind, or this device’s clock is ahead.
          </p>
        )}
      </div>
      <CheckFacts check={check} result={result} />
    </div>
  );
}

const UnmatchedTitle = ({ sum: { count, atomic } }: { sum: PaymentSum }) => (
  <>
    {counted(count, 'payment')} to Laso, <UsdcAmount atomic={atomic} />, {count === 1 ? 'matches' : 'match'}{' '}
    no known order or sign-in.
  </>
);

function fine({ count }: PaymentSum): string {
  if (count === 0) return 'No payment to Laso was found.';
  return count === 1
    ? 'The one payment to Laso matches a known order or sign-in.'
    : `All ${counted(count, 'payment')} to Laso match a known order or sign-in.`;
}
