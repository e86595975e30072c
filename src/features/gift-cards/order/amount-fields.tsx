import { countryOptions } from '#domain/countries.ts';
import { formatAmount } from '#domain/currency-amount.ts';
import {
  amountOf,
  amountsText,
  leftOutText,
  orderableDenominations,
  type GiftCardProduct,
} from '#domain/gift-card.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { AmountField } from '#ui/amount-field.tsx';
import type { AmountChoice } from './use-amount-choice.ts';

interface AmountFieldsProps {
  product: GiftCardProduct;
  choice: AmountChoice;
  /** Which countries may be chosen, where the product does not say its own. */
  countries: readonly string[];
}

/** One of the fixed amounts, or an amount within the range; and the country, where the product leaves it open. */
export function AmountFields({ product, choice, countries }: AmountFieldsProps) {
  const { currency, incrementUnits, exponent } = product;
  const denominations = orderableDenominations(product);
  const leftOut = leftOutText(product);
  const steps = incrementUnits && formatAmount(amountOf(product, incrementUnits));
  return (
    <>
      {denominations ? (
        <div className="flex flex-col gap-2">
          {denominations.length > 0 && (
            <RadioGroup
              legend="Amount"
              short
              value={choice.amount || null}
              onChange={choice.setAmount}
              options={denominations.map((units) => ({
                value: String(units),
                label: formatAmount(amountOf(product, units)),
              }))}
            />
          )}
          {leftOut && (
            <p className="text-sm text-muted">
              {denominations.length === 0 && 'There is no amount of this gift card that can be ordered. '}
              {leftOut}
            </p>
          )}
          {choice.problem && (
            <p role="alert" className="text-sm text-danger">
              {choice.problem}
            </p>
          )}
        </div>
      ) : (
        <AmountField
          hint={[amountsText(product), steps && `in steps of ${steps}`].filter(Boolean).join(', ')}
          prefix={currency === 'USD' && '$'}
          suffix={currency}
          inputMode={exponent === 0 ? 'numeric' : 'decimal'}
          value={choice.amount}
          error={choice.problem}
          onChange={(event) => choice.setAmount(event.target.value)}
        />
      )}
      {product.country === null && (
        <SelectField
          label="For use in"
          hint="Laso sells this card for one country at a time."
          options={[
            ...(choice.country === '' ? [{ value: '', label: 'Choose a country' }] : []),
            ...countryOptions(countries),
          ]}
          error={choice.countryProblem}
          value={choice.country}
          onChange={(event) => choice.setCountry(event.target.value)}
        />
      )}
    </>
  );
}
