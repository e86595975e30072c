import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { PUSH_CURRENCIES, type PushCurrency } from '#laso/get-push-to-card.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { servesCurrencies } from './ask-currencies.ts';

interface CurrencyChoiceProps {
  /** Undefined until Laso was asked which ones it sends: then U.S. dollars, as documented first. */
  currency: PushCurrency | undefined;
  onCurrency: (currency: PushCurrency) => void;
}

const LABELS: Record<PushCurrency, { label: string; hint: string }> = {
  USD: { label: 'U.S. dollars', hint: 'U.S. debit cards' },
  EUR: { label: 'Euros', hint: 'Eurozone debit cards' },
  GBP: { label: 'Pounds', hint: 'U.K. debit cards' },
};

/** Which currency the recipient gets. Only U.S. dollars until Laso, asked by a click, shows that it sends others. */
export function CurrencyChoice({ currency, onCurrency }: CurrencyChoiceProps) {
  const config = useConfig();
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  if (currency !== undefined)
    return (
      <RadioGroup
        legend="Currency"
        inline
        value={currency}
        onChange={onCurrency}
        options={PUSH_CURRENCIES.map((value) => ({ value, ...LABELS[value] }))}
      />
    );
  const ask = async () => {
    setAsking(true);
    setAnswer(null);
    try {
      if (await servesCurrencies(config)) onCurrency('USD');
      else setAnswer('Laso sends U.S. dollars only, to U.S. debit cards.');
    } catch (error) {
      setAnswer(error instanceof PaymentError ? error.message : 'Laso could not be asked. Try again.');
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-muted">U.S. debit cards only, in U.S. dollars.</span>
      <Button size="small" busy={asking} onClick={() => void ask()}>
        Ask Laso for other currencies
      </Button>
      <output className="text-muted">{answer}</output>
    </div>
  );
}
