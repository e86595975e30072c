import type { ReactNode } from 'react';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Money } from '#ui/money.tsx';

interface ExposureProps {
  leftCents: number | null;
  balanceCents: number | null;
  /** USDC in the agents' own wallets, whole cents; null until the chain was asked. */
  walletCents: number | null;
  /** How to learn what the wallets hold. */
  chainCheck: ReactNode;
  /** Where the balance is withdrawn. */
  balanceLink: ReactNode;
}

/** How much more the agents could spend, and what stops them (product.md §2): Laso's API has no way to. */
export function Exposure({ leftCents, balanceCents, walletCents, chainCheck, balanceLink }: ExposureProps) {
  const known = leftCents !== null && balanceCents !== null ? leftCents + balanceCents : null;
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        <DefinitionList
          items={[
            { key: 'cards', term: 'Left on cards', detail: <Money cents={leftCents} reason="Not read" /> },
            {
              key: 'balance',
              term: 'Laso balance',
              detail: <Money cents={balanceCents} reason="Not read" />,
            },
            {
              key: 'wallet',
              term: 'USDC in the agents’ wallets',
              detail: <Money cents={walletCents} reason="Not checked yet" />,
            },
            {
              key: 'sum',
              term: (
                <strong>
                  {walletCents === null
                    ? 'Could still be spent (wallets not checked)'
                    : 'Could still be spent'}
                </strong>
              ),
              detail: (
                <Money
                  cents={known === null ? null : known + (walletCents ?? 0)}
                  reason="Not read"
                  className="font-semibold"
                />
              ),
            },
          ]}
        />
        {chainCheck}
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="text-sm font-medium text-muted">What stops an agent</h3>
        <p className="max-w-prose">Laso has no switch for this, and this page only warns. In this order:</p>
        <ol className="max-w-prose list-decimal space-y-1 pl-5">
          <li>Revoke the agent’s key where its wallet is kept (the wallet provider’s own page).</li>
          <li>Move the USDC out of that wallet: without it nothing more can be ordered.</li>
          <li>Withdraw the Laso balance. {balanceLink}</li>
        </ol>
        <p className="max-w-prose text-sm text-muted">
          Cards already issued can be spent by anyone who has their numbers until they are empty or expire.
        </p>
      </div>
    </div>
  );
}
