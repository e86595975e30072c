import type { PushCurrency } from '#laso/get-push-to-card.ts';
import { AmountField } from '#ui/amount-field.tsx';
import { CurrencyChoice } from './currency-choice.tsx';
import { readPushAmount } from './push-amount.ts';
import { RecipientPreview } from './recipient-preview.tsx';

export interface PushDraft {
  readonly amount: string;
  /** Undefined: as documented first, U.S. dollars with the fee within. */
  readonly currency: PushCurrency | undefined;
}

interface PushFieldsProps {
  draft: PushDraft;
  onDraft: (draft: PushDraft) => void;
  /** What is wrong with the amount, once it was tried. */
  problem: string | null;
}

/** Amount, currency, and what arrives. */
export function PushFields({ draft, onDraft, problem }: PushFieldsProps) {
  const { amount, currency } = draft;
  const onTop = currency !== undefined;
  const shown = currency ?? 'USD';
  return (
    <div className="flex flex-col gap-4">
      <AmountField
        hint={`From 10 to 9,541.98 ${shown}. ${onTop ? 'This is what the recipient gets.' : 'This is what you pay; the fee is included.'}`}
        prefix={shown === 'USD' ? '$' : undefined}
        suffix={shown}
        value={amount}
        error={problem}
        onChange={(event) => onDraft({ ...draft, amount: event.target.value })}
      />
      <CurrencyChoice currency={currency} onCurrency={(chosen) => onDraft({ ...draft, currency: chosen })} />
      <RecipientPreview cents={readPushAmount(amount, shown).cents} currency={currency} />
    </div>
  );
}
