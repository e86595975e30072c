import { useState } from 'react';
import { formatAmount } from '#domain/currency-amount.ts';
import type { NewVaultEntry } from '#storage/vault.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { RedemptionSecrets } from './redemption-secrets.tsx';
import { partsOf, wholeName } from './secret-parts.ts';

interface HeldItemProps {
  entry: NewVaultEntry;
  /** Rejects while the browser still refuses. */
  keepAgain: () => Promise<void>;
  onSaved: () => void;
}

/** A code that exists in this page's memory only: the browser refused to keep it. */
export function HeldItem({ entry, keepAgain, onSaved }: HeldItemProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const what = wholeName(partsOf(entry.secret));
  const again = async () => {
    setBusy(true);
    await keepAgain().catch(() => setRefused(true));
    setBusy(false);
  };
  return (
    <li className="flex flex-col gap-4 border-t border-hairline py-5">
      <h2 className="text-md font-semibold">
        {entry.label}
        {entry.amount && (
          <span className="font-normal tabular-nums">{`, ${formatAmount(entry.amount)}`}</span>
        )}
      </h2>
      <Notice
        tone="danger"
        title={`Not saved: you lose this ${what} when you close this tab.`}
        actions={
          <>
            <Button size="small" busy={busy} onClick={() => void again()}>
              Try saving again
            </Button>
            <Button size="small" onClick={onSaved}>
              I have saved it
            </Button>
          </>
        }
      >
        {refused
          ? 'This browser still refuses. Copy it and save it elsewhere.'
          : 'Copy it and save it elsewhere. Laso does not send it a second time.'}
      </Notice>
      <RedemptionSecrets parts={partsOf(entry.secret)} read={() => Promise.resolve(entry.secret)} />
    </li>
  );
}
