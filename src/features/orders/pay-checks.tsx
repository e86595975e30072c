import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { networkName } from '#domain/chain.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import type { OtherNetwork } from './other-network.ts';
import type { PaymentCheck } from '#wallets/wallet-port.ts';

interface PayChecksProps {
  checks: UseQueryResult<PaymentCheck>;
  /** The payer is not the account on screen: what is bought will be the payer's (laso-api.md §1). */
  paysForAnother: boolean;
  /** "card", "gift card". */
  noun: string;
  /** Where to go when there is too little here; null when that is nowhere. */
  otherNetwork: OtherNetwork | null;
  toOther: ReactNode;
}

/** What speaks against paying with this wallet now, or should be known before. */
export function PayChecks({ checks, paysForAnother, noun, otherNetwork, toOther }: PayChecksProps) {
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
        <Notice
          key={finding.code}
          tone="danger"
          actions={
            finding.code !== 'chain' && (
              <>
                {again}
                {finding.code === 'balance' && toOther}
              </>
            )
          }
        >
          {finding.sentence} Nothing was paid.
          {finding.code === 'balance' && otherNetwork && ` ${elsewhere(otherNetwork)}`}
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

function elsewhere({ id, wallet, covers }: OtherNetwork): string {
  if (wallet && covers) return `${wallet.name} has enough on ${networkName(id)}.`;
  if (wallet && covers === false) return `${wallet.name} has too little on ${networkName(id)} as well.`;
  return `If you have enough on ${networkName(id)}, you can pay there.`;
}
