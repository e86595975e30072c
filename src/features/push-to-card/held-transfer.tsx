import { formatAmount } from '#domain/currency-amount.ts';
import type { NewVaultEntry } from '#storage/vault.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { UnsavedSecret } from '#ui/unsaved-secret.tsx';
import { TransferLink } from './transfer-link.tsx';

interface HeldTransferProps {
  entry: NewVaultEntry;
  /** Rejects while the browser still refuses. */
  keepAgain: () => Promise<void>;
  onSaved: () => void;
}

/** A transfer whose link exists in this page's memory only: the browser refused to store it. */
export function HeldTransfer({ entry, keepAgain, onSaved }: HeldTransferProps) {
  const { url } = entry.secret;
  if (url === null) return null;
  return (
    <li className="flex flex-col gap-3 py-4">
      <strong className="text-md font-semibold tabular-nums">
        {entry.amount ? formatAmount(entry.amount) : 'Transfer'}
      </strong>
      <UnsavedSecret
        what="link"
        saveAgain={keepAgain}
        onSaved={onSaved}
        copy={<CopyButton label="Copy the link" getText={() => url.reveal()} variant="secondary" />}
      />
      <TransferLink url={url} />
    </li>
  );
}
