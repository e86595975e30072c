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
  /** The cards are newer than what was read of the chain (`isCompared`). */
  compared: boolean;
  running: boolean;
  /** What of the account could not be read: payments for it look unmatched. */
  missing: readonly string[];
}

/** What the chain says, beside what Laso says: the sentence first, what matches nothing under it, the figures beside. */
export function CheckResult(props: CheckResultProps) {
  const { check, result, compared, running, missing } = props;
  const { all, unmatched } = sumsOf(result);
  const called = compared && unmatched.count > 0;
  return (
    <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-5 empty:hidden">
        {!compared && unmatched.count > 0 && <NotCompared sum={unmatched} running={running} />}
        {called && (
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
        {called && <UnmatchedPayments payments={result.unmatched} />}
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

/** Its card may have come after the list that this page knows. */
const NotCompared = ({ sum, running }: { sum: PaymentSum; running: boolean }) =>
  running ? (
    <p className="max-w-prose text-sm text-muted">
      {counted(sum.count, 'payment')} not matched so far. The cards are read again once the chain has been
      read.
    </p>
  ) : (
    <Notice title={`${counted(sum.count, 'payment')} could not be compared yet.`}>
      The cards could not be read again after the newest block, so a card bought meanwhile may be missing
      here. Check again.
    </Notice>
  );

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
