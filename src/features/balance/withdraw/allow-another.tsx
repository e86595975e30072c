import { useState } from 'react';
import { formatCentsPlain } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface AllowAnotherProps {
  amountCents: number;
  onAllow: () => void;
}

/** For a withdrawal that may have been made: the person types its amount, so that nothing is allowed by a stray click. */
export function AllowAnother({ amountCents, onAllow }: AllowAnotherProps) {
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const amount = formatCentsPlain(amountCents);
  return (
    <form
      noValidate
      className="mt-3 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim().replace(/^\$/, '') === amount) onAllow();
        else setComplaint(`Type ${amount}, the amount that may go out twice.`);
      }}
    >
      <TextField
        label={`Type ${amount} to allow another withdrawal although this one may be made`}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={complaint}
        onChange={(event) => {
          setTyped(event.target.value);
          setComplaint(null);
        }}
      />
      <Button type="submit" size="small">
        Allow another one
      </Button>
    </form>
  );
}
