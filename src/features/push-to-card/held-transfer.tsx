import { useState } from 'react';
import { formatAmount } from '#domain/currency-amount.ts';
import type { NewVaultEntry } from '#storage/vault.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TransferLink } from './transfer-link.tsx';

interface HeldTransferProps {
  entry: NewVaultEntry;
  /** Rejects while the browser still refuses. */
  keepAgain: () => Promise<void>;
  onSaved: () => void;
}

/** A transfer whose link exists in this page's memory only: the browser refused to keep it. */
export function HeldTransfer({ entry, keepAgain, onSaved }: HeldTransferProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const { url } = entry.secret;
  if (url === null) return null;
  const again = async () => {
    setBusy(true);
    await keepAgain().catch(() => setRefused(true));
    setBusy(false);
  };
  return (
    <li className="flex flex-col gap-3 py-4">
      <strong className="text-md font-semibold tabular-nums">
        {entry.amount ? formatAmount(entry.amount) : 'Transfer'}
      </strong>
      <Notice
        tone="danger"
        title="Not saved: you lose this link when you close this tab."
        actions={
          <>
            <CopyButton label="Copy the link" getText={() => url.reveal()} variant="secondary" />
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
      <TransferLink url={url} />
    </li>
  );
}
