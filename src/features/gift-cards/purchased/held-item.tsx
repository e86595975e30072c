import { formatAmount } from '#domain/currency-amount.ts';
import type { NewVaultEntry } from '#storage/vault.ts';
import { UnsavedSecret } from '#ui/unsaved-secret.tsx';
import { RedemptionSecrets } from './redemption-secrets.tsx';
import { partsOf, wholeName } from './secret-parts.ts';

interface HeldItemProps {
  entry: NewVaultEntry;
  /** Rejects while the browser still refuses. */
  keepAgain: () => Promise<void>;
  onSaved: () => void;
}

/** A code that exists in this page's memory only: the browser refused to store it. */
export function HeldItem({ entry, keepAgain, onSaved }: HeldItemProps) {
  return (
    <li className="flex flex-col gap-4 border-t border-hairline py-5">
      <h2 className="text-md font-semibold">
        {entry.label}
        {entry.amount && (
          <span className="font-normal tabular-nums">{`, ${formatAmount(entry.amount)}`}</span>
        )}
      </h2>
      <UnsavedSecret what={wholeName(partsOf(entry.secret))} saveAgain={keepAgain} onSaved={onSaved} />
      <RedemptionSecrets parts={partsOf(entry.secret)} read={() => Promise.resolve(entry.secret)} />
    </li>
  );
}
