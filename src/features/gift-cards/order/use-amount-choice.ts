import { useState } from 'react';
import { amountProblem, orderableDenominations, type GiftCardProduct } from '#domain/gift-card.ts';
import { readTypedAmount, type TypedAmount } from '#domain/typed-amount.ts';
import type { GiftCardToOrder } from './gift-card-to-order.ts';
import { newOrder } from './new-order.ts';

export interface AmountChoice {
  /** What was typed, or the chosen denomination's units as text. */
  readonly amount: string;
  readonly country: string;
  readonly problem: string | null;
  /** The country is missing. */
  readonly countryProblem: string | null;
  setAmount(text: string): void;
  setCountry(code: string): void;
  /** The order, or null with the reason in `problem`: checked before any request. */
  read(): GiftCardToOrder | null;
}

interface Countries {
  /** What the catalogue was filtered by, or empty. */
  wanted: string;
  offered: readonly string[];
}

/** Amount and country of an order for one product. The country is the product's own, else one of those offered, else still to be chosen. */
export function useAmountChoice(product: GiftCardProduct, { wanted, offered }: Countries): AmountChoice {
  const [amount, setAmountText] = useState('');
  const [chosen, setCountry] = useState(
    () => product.country ?? [wanted, 'US'].find((code) => offered.includes(code)) ?? '',
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [countryProblem, setCountryProblem] = useState<string | null>(null);
  return {
    amount,
    country: chosen,
    problem,
    countryProblem,
    setCountry: (code) => {
      setCountry(code);
      setCountryProblem(null);
    },
    setAmount: (text) => {
      setAmountText(text);
      setProblem(null);
    },
    read: () => {
      const { units, problem: unread } = product.denominations
        ? chosenUnits(product, amount)
        : typedUnits(product, amount);
      const why = units === null ? unread : amountProblem(product, units);
      setProblem(why);
      setCountryProblem(chosen === '' ? 'Choose where the gift card will be used.' : null);
      if (chosen === '') return null;
      return why === null && units !== null ? newOrder(product, units, chosen) : null;
    },
  };
}

const chosenUnits = (product: GiftCardProduct, text: string): TypedAmount =>
  text === '' ? { units: null, problem: missing(product) } : { units: Number(text), problem: null };

const typedUnits = (product: GiftCardProduct, text: string): TypedAmount =>
  readTypedAmount(text, {
    currency: product.currency,
    exponent: product.exponent,
    otherwise: missing(product),
  });

function missing(product: GiftCardProduct): string {
  const { currency, exponent } = product;
  const denominations = orderableDenominations(product);
  if (denominations?.length === 0) return 'This gift card cannot be ordered.';
  if (denominations) return 'Choose an amount.';
  const example = exponent === 0 ? '1500' : '50 or 49.95';
  return `Enter an amount${currency ? ` in ${currency}` : ''}, such as ${example}.`;
}
