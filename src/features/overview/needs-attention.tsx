import { useState, type ReactNode } from 'react';
import { ownValue } from '#domain/own-value.ts';
import { AccountName } from '#session/account-name.tsx';
import { useAccounts } from '#session/laso-context.ts';
import { dismissalOf, dismissSignal, useDismissals } from '#storage/dismissals.ts';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import type { FoundSignal } from './find-signals.ts';
import { SignalItem } from './signal-item.tsx';

const Dismissed = lazyPart('What was dismissed', () =>
  import('./dismissed.tsx').then((module) => module.Dismissed),
);

interface NeedsAttentionProps {
  found: readonly FoundSignal[];
  /** What could not be looked at: "the U.S. cards". */
  unread: readonly string[];
  /** A part of the cards is among it, or is left out by Laso's list. */
  isPartial: boolean;
  /** Whether anything was. */
  hasLooked: boolean;
  /** What is late is not known yet. */
  isLooking: boolean;
  renderEvidence: (found: FoundSignal) => ReactNode;
  /** The page where something can be done about it. */
  renderAction: (found: FoundSignal) => ReactNode;
}

const SHOWN = 5;

/** What a supervisor should look at, most urgent first; what was put aside stays findable, with its note. */
export function NeedsAttention(props: NeedsAttentionProps) {
  const { found, unread, isPartial, hasLooked, isLooking, renderEvidence, renderAction } = props;
  const several = useAccounts().length > 1;
  const { byAccount } = useDismissals();
  const [all, setAll] = useState(false);
  const putAside = ({ account, signal }: FoundSignal) =>
    dismissalOf(ownValue(byAccount, account), signal.parts);
  const open = found.filter((one) => !putAside(one));
  const aside = found.flatMap((one) => {
    const dismissal = putAside(one);
    return dismissal ? [{ ...one, dismissal }] : [];
  });
  const shown = all ? open : open.slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-3">
      {open.length === 0 && hasLooked && (
        <p className="border-y border-hairline py-4 text-muted">
          {unread.length > 0
            ? 'Nothing unusual in the part that could be read.'
            : `Nothing unusual in what Laso lists: no leftover balances, no odd orders, no unusual spending${isLooking ? '. Looking for what is late…' : ', nothing late.'}`}
        </p>
      )}
      {unread.length > 0 && (
        <p className="max-w-prose">
          {`Not looked at: ${unread.join(' and ')}, which could not be read.`}
          {isPartial && ' What needs the whole history, such as a new merchant, is not checked until then.'}
        </p>
      )}
      {open.length > 0 && (
        <ul aria-label="Signals" className="divide-y divide-hairline border-y border-hairline">
          {shown.map((one) => (
            <li key={`${one.account} ${one.signal.id}`} className="py-3">
              <RowBoundary version={one.signal}>
                {() => (
                  <SignalItem
                    signal={one.signal}
                    account={several && <AccountName account={one.account} quiet />}
                    action={renderAction(one)}
                    evidence={renderEvidence(one)}
                    onDismiss={(note) => dismissSignal(one.account, one.signal.parts, note, Date.now())}
                  />
                )}
              </RowBoundary>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-6">
        {open.length > SHOWN && (
          <Button size="small" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${open.length}`}
          </Button>
        )}
      </div>
      {aside.length > 0 && <Dismissed aside={aside} />}
    </div>
  );
}
