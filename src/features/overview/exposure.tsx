import type { ReactNode } from 'react';
import type { WalletsHeld } from '#domain/wallets-held.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { count } from './totals-sentence.tsx';

interface ExposureProps {
  leftCents: number | null;
  /** What of the cards could not be read: "the U.S. cards". */
  missing: readonly string[];
  balanceCents: number | null;
  /** What went from the balance to the owner so far; null while it is not known, for `withdrawnReason`. */
  withdrawnCents: number | null;
  withdrawnReason: string;
  wallets: WalletsHeld;
  /** Where the balance is withdrawn. */
  balanceLink: ReactNode;
}

/** How much more the agents could spend, and what stops them (product.md §2): Laso's API has no way to. */
export function Exposure(props: ExposureProps) {
  const { leftCents, missing, balanceCents, wallets, balanceLink } = props;
  const { withdrawnCents, withdrawnReason } = props;
  const known = leftCents !== null && balanceCents !== null ? leftCents + balanceCents : null;
  const without = [...missing, ...walletsWithout(wallets)];
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        <DefinitionList
          items={[
            {
              key: 'cards',
              term: 'Left on cards',
              detail: (
                <>
                  <Money cents={leftCents} reason="Not read" />
                  {leftCents !== null && missing.length > 0 && (
                    <Note>{`Not counting ${missing.join(' and ')}`}</Note>
                  )}
                </>
              ),
            },
            {
              key: 'balance',
              term: 'Laso balance',
              detail: <Money cents={balanceCents} reason="Not read" />,
            },
            {
              key: 'withdrawn',
              term: 'Withdrawn from it so far',
              detail: <Money cents={withdrawnCents} reason={withdrawnReason} tone="muted" />,
            },
            {
              key: 'wallet',
              term: wallets.all === 1 ? 'USDC in the agent’s wallet' : 'USDC in the agents’ wallets',
              detail: (
                <>
                  <Money
                    cents={wallets.cents}
                    reason={wallets.hidden === wallets.all ? 'Address not known' : 'Not checked yet'}
                  />
                  {wallets.readAtMs !== null && (
                    <Note>
                      {wallets.all > 1 && `${wallets.known} of ${wallets.all} wallets, `}
                      {'read '}
                      <RelativeTime ms={wallets.readAtMs} />
                    </Note>
                  )}
                </>
              ),
            },
            {
              key: 'sum',
              term: (
                <strong>
                  {[
                    'Could still be spent',
                    ...(without.length > 0 ? [`not counting ${without.join(' and ')}`] : []),
                  ].join(', ')}
                </strong>
              ),
              detail: (
                <Money
                  cents={known === null ? null : known + (wallets.cents ?? 0)}
                  reason="Not read"
                  className="font-semibold"
                />
              ),
            },
          ]}
        />
        <WalletsNote {...wallets} />
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

/** How to learn what the other wallets hold, and of which nobody here can. */
function WalletsNote({ known, all, hidden }: WalletsHeld) {
  const toAsk = all - known - hidden;
  if (toAsk === 0 && hidden === 0) return null;
  return (
    <p className="max-w-prose text-sm text-muted">
      {toAsk > 0 &&
        `“Check the chain” below shows what ${known > 0 || hidden > 0 ? count(toAsk, 'more wallet') : all === 1 ? 'the wallet' : 'the wallets'} ${toAsk === 1 ? 'holds' : 'hold'}. `}
      {hidden > 0 &&
        `${count(hidden, 'account')} ${hidden === 1 ? 'pays' : 'pay'} on Solana: Laso does not tell the exact address, so what is in the wallet cannot be looked up here.`}
    </p>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <span className="block text-xs text-muted">{children}</span>
);

const walletsWithout = ({ known, all }: WalletsHeld): string[] => {
  if (known === all) return [];
  if (known > 0) return [`${all - known} of the wallets`];
  return [all === 1 ? 'the wallet' : 'the wallets'];
};
