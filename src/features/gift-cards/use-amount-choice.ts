import { useState } from 'react';
import { parseUnits } from '#domain/currency-amount.ts';
import { amountProblem, type GiftCardProduct } from '#domain/gift-card.ts';
import type { GiftCardToOrder } from './gift-card-to-order.ts';
import { newOrder } from './new-order.ts';

export interface AmountChoice {
  /** What was typed, or the chosen denomination's units as text. */
  readonly amount: string;
  readonly country: string;
  readonly problem: string | null;
  setAmount(text: string): void;
  setCountry(code: string): void;
  /** The order, or null with the reason in `problem`: checked before any request. */
  read(): GiftCardToOrder | null;
}

/** Amount and country of an order for one product. `country`: what the catalogue was filtered by, or empty. */
export function useAmountChoice(product: GiftCardProduct, country: string): AmountChoice {
  const [amount, setAmountText] = useState('');
  const [chosen, setCountry] = useState(product.country ?? (country || 'US'));
  const [problem, setProblem] = useState<string | null>(null);
  return {
    amount,
    country: chosen,
    problem,
    setCountry,
    setAmount: (text) => {
      setAmountText(text);
      setProblem(null);
    },
    read: () => {
      const units = product.denominations ? chosenUnits(amount) : typedUnits(product, amount);
      const why = units === null ? missing(product) : amountProblem(product, units);
      setProblem(why);
      return why === null && units !== null ? newOrder(product, units, chosen) : null;
    },
  };
}

const chosenUnits = (text: string): number | null => (text === '' ? null : Number(text));

/** "$12.50" is read as "12.50"; never rounded. */
const typedUnits = ({ currency, exponent }: GiftCardProduct, text: string): number | null =>
  parseUnits(currency === 'USD' ? text.trim().replace(/^\$/, '') : text, exponent);

function missing({ denominations, currency, exponent }: GiftCardProduct): string {
  if (denominations) return 'Choose an amount.';
  const example = exponent === 0 ? '1500' : '50 or 49.95';
  return `Enter an amount${currency ? ` in ${currency}` : ''}, such as ${example}.`;
}
