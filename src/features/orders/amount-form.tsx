import { useState, type ReactNode } from 'react';
import { AmountField } from '#ui/amount-field.tsx';
import { OrderFormFrame, type OrderFormSlot } from './order-form-frame.tsx';

/** What was typed into an amount: cents, or the sentence that says why not. */
export type AmountInput = { cents: number; problem: null } | { cents: null; problem: string };

interface AmountFormProps {
  slot: OrderFormSlot;
  initialAmount: string;
  /** Limits are checked here, before any request. */
  read: (text: string) => AmountInput;
  hint: ReactNode;
  terms: ReactNode;
  /** Under the field while its amount can be ordered: what it will cost or bring. */
  preview?: (amountCents: number) => ReactNode;
  onReview: (amountCents: number, text: string) => void;
}

/** An order that is decided by an amount in US dollars alone. */
export function AmountForm({ slot, initialAmount, read, hint, terms, preview, onReview }: AmountFormProps) {
  const [amount, setAmount] = useState(initialAmount);
  const [problem, setProblem] = useState<string | null>(null);
  const typed = preview && amount.trim() !== '' ? read(amount).cents : null;
  return (
    <OrderFormFrame
      {...slot}
      terms={terms}
      onSubmit={() => {
        const { cents, problem: why } = read(amount);
        setProblem(why);
        if (cents !== null) onReview(cents, amount);
      }}
    >
      <div className="flex flex-col gap-2">
        <AmountField
          hint={hint}
          prefix="$"
          suffix="USD"
          value={amount}
          error={problem}
          onChange={(event) => {
            setAmount(event.target.value);
            setProblem(null);
          }}
        />
        {typed !== null && preview?.(typed)}
      </div>
    </OrderFormFrame>
  );
}
