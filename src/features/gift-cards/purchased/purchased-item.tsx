import { useState } from 'react';
import { formatAmount } from '#domain/currency-amount.ts';
import type { Secret } from '#domain/secret.ts';
import type { VaultSecret } from '#storage/vault-cipher.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { VaultError } from '#storage/vault-error.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { RedemptionSecrets } from './redemption-secrets.tsx';
import { partsFrom } from './secret-parts.ts';
import { WorthNotice } from '../order/worth-notice.tsx';

interface PurchasedItemProps {
  item: VaultItem;
  read: () => Promise<VaultSecret>;
  /** Notes whether it was used. */
  onUsed: (used: boolean) => Promise<void>;
  onCopied: (secret: Secret) => void;
}

/** One gift card bought in this browser: what it is, its code when asked for, and whether it was used. */
export function PurchasedItem({ item, read, onUsed, onCopied }: PurchasedItemProps) {
  const [error, setError] = useState<string | null>(null);
  const used = item.usedAtMs !== null;
  const mark = () =>
    onUsed(!used).then(
      () => setError(null),
      (caught: unknown) =>
        setError(caught instanceof VaultError ? caught.message : 'That could not be saved.'),
    );
  return (
    <li className="flex flex-col gap-4 border-t border-hairline py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-md font-semibold">
          {item.label}
          {item.amount && (
            <span className="font-normal tabular-nums">{`, ${formatAmount(item.amount)}`}</span>
          )}
        </h2>
        <StatusMark tone={used ? 'neutral' : 'positive'}>{used ? 'Used' : 'Not used'}</StatusMark>
      </div>
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        <span>
          Bought <RelativeTime ms={item.boughtAtMs} /> by
        </span>
        <Address value={item.account} />
        {item.savedAtMs !== null && <span>· saved elsewhere too</span>}
      </p>
      <WorthNotice amount={item.amount} ordered={item.details['ordered']} />
      <RedemptionSecrets parts={partsFrom(item.details['holds'])} read={read} onCopied={onCopied} />
      <div>
        <Button size="small" onClick={() => void mark()}>
          {used ? 'Mark as not used' : 'Mark as used'}
        </Button>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
    </li>
  );
}
