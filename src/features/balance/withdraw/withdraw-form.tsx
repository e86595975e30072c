import { useState, type ReactNode } from 'react';
import { formatCentsPlain } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { AmountField } from '#ui/amount-field.tsx';
import { readWithdrawalAmount } from './withdrawal-amount.ts';

interface WithdrawFormProps {
  /** Null until it is known: then nothing can be withdrawn. */
  balanceCents: number | null;
  busy: boolean;
  /** Why nothing can be withdrawn now; null when it can. */
  blocked: string | null;
  problem: ReactNode;
  onWithdraw: (amountCents: number) => void;
}

/** How much to withdraw. Limits are checked here, before any request. */
export function WithdrawForm({ balanceCents, busy, blocked, problem, onWithdraw }: WithdrawFormProps) {
  const [amount, setAmount] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const off = blocked !== null || balanceCents === null;
  const change = (text: string) => {
    setAmount(text);
    setComplaint(null);
  };
  return (
    <form
      noValidate
      className="flex max-w-120 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || off) return;
        const read = readWithdrawalAmount(amount, balanceCents);
        setComplaint(read.problem);
        if (read.cents !== null) onWithdraw(read.cents);
      }}
    >
      <AmountField
        hint="From $0.01. You get the same amount in USDC; Laso lists no fee."
        prefix="$"
        suffix={
          !off &&
          balanceCents > 0 && (
            <Button
              variant="quiet"
              size="small"
              onClick={() => change(formatCentsPlain(balanceCents).replaceAll(',', ''))}
            >
              Use full balance
            </Button>
          )
        }
        value={amount}
        error={complaint}
        onChange={(event) => change(event.target.value)}
      />
      {problem}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:flex-col max-sm:items-stretch">
        <Button type="submit" variant="primary" size="large" busy={busy} aria-disabled={off}>
          Withdraw
        </Button>
        {blocked && <span className="text-sm text-muted">{blocked}</span>}
      </div>
    </form>
  );
}
