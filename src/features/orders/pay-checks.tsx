import type { UseQueryResult } from '@tanstack/react-query';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import type { PaymentCheck } from './wallet-code.ts';

interface PayChecksProps {
  checks: UseQueryResult<PaymentCheck>;
  /** The payer is not the account on screen: what is bought will be the payer's (laso-api.md, "Identity and tokens"). */
  paysForAnother: boolean;
  /** "card", "gift card". */
  noun: string;
}

/** What speaks against paying with this wallet now, or should be known before. */
export function PayChecks({ checks, paysForAnother, noun }: PayChecksProps) {
  const findings = checks.data?.findings ?? [];
  const cautions = findings.filter(({ level }) => level === 'caution');
  const stops = findings.filter(({ level }) => level === 'stop');
  const again = (
    <Button size="small" busy={checks.isFetching} onClick={() => void checks.refetch()}>
      Check again
    </Button>
  );
  return (
    <>
      {paysForAnother && (
        <Notice
          tone="caution"
          title={`This ${noun} will belong to the paying wallet’s account, not to the one on screen.`}
        >
          What you buy belongs to the wallet that pays. After paying, its account opens here beside the one
          you are looking at.
        </Notice>
      )}
      {cautions.map((finding) => (
        <Notice key={finding.code} tone="caution">
          {finding.sentence}
        </Notice>
      ))}
      {stops.map((finding) => (
        // The wallet's network has a button of its own and is noticed by itself.
        <Notice key={finding.code} tone="danger" actions={finding.code === 'chain' ? null : again}>
          {finding.sentence} Nothing was paid.
        </Notice>
      ))}
      {checks.isError && (
        <ErrorState
          title="The payment cannot be checked."
          detail={
            checks.error instanceof PaymentError
              ? checks.error.message
              : 'The chain could not be read. Nothing was paid.'
          }
          onRetry={() => void checks.refetch()}
          retrying={checks.isFetching}
        />
      )}
    </>
  );
}
