import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { networkName, type NetworkId } from '#domain/chain.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import { readUsCardAmount } from './us-card-amount.ts';

interface OrderFormProps {
  initialAmount: string;
  /** Where one can pay; the operator decides. */
  networks: readonly NetworkId[];
  network: NetworkId;
  onNetwork: (network: NetworkId) => void;
  busy: boolean;
  /** Laso takes no order now (frozen account): nothing more is offered. */
  blocked: boolean;
  error: ReactNode;
  onReview: (amountCents: number, text: string) => void;
}

/** The amount and the network of a U.S. card. Limits are checked here, before any request. */
export function OrderForm({
  initialAmount,
  networks,
  network,
  onNetwork,
  busy,
  blocked,
  error,
  onReview,
}: OrderFormProps) {
  const [amount, setAmount] = useState(initialAmount);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      noValidate
      className="flex max-w-120 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || blocked) return;
        const read = readUsCardAmount(amount);
        setProblem(read.problem);
        if (read.cents !== null) onReview(read.cents, amount);
      }}
    >
      <TextField
        label="Amount"
        hint="From $5 to $1,000. You pay exactly what goes onto the card."
        prefix="$"
        suffix="USD"
        fieldSize="large"
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={problem}
        onChange={(event) => {
          setAmount(event.target.value);
          setProblem(null);
        }}
      />
      <RadioGroup
        legend="Pay on"
        value={network}
        onChange={onNetwork}
        options={networks.map((id) => ({
          value: id,
          label: networkName(id),
          hint: `USDC on ${networkName(id)}, from a wallet in this browser. No network fee for you.`,
        }))}
      />
      <p className="max-w-prose text-sm text-muted">
        For U.S. merchants, in U.S. dollars, shipping to a U.S. address. Several purchases until it is empty;
        it cannot be loaded again, and what is left when it expires is lost. Not transferable.
      </p>
      {error}
      {!blocked && (
        <div className="flex max-sm:flex-col">
          <Button type="submit" variant="primary" size="large" busy={busy}>
            Review order
          </Button>
        </div>
      )}
    </form>
  );
}
