import { countryOptions } from '#domain/countries.ts';
import { formatAmount } from '#domain/currency-amount.ts';
import { amountOf, amountsText, type GiftCardProduct } from '#domain/gift-card.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { AmountChoice } from './use-amount-choice.ts';

interface AmountFieldsProps {
  product: GiftCardProduct;
  choice: AmountChoice;
  /** Which countries may be chosen, where the product does not say its own; all when Laso does not say either. */
  countries: readonly string[] | undefined;
}

/** One of the fixed amounts, or an amount within the range; and the country, where the product leaves it open. */
export function AmountFields({ product, choice, countries }: AmountFieldsProps) {
  const { denominations, currency, incrementUnits, exponent } = product;
  const steps = incrementUnits && formatAmount(amountOf(product, incrementUnits));
  return (
    <>
      {denominations ? (
        <div className="flex flex-col gap-2">
          <RadioGroup
            legend="Amount"
            inline={denominations.length <= 4}
            value={choice.amount || null}
            onChange={choice.setAmount}
            options={denominations.map((units) => ({
              value: String(units),
              label: formatAmount(amountOf(product, units)),
            }))}
          />
          {choice.problem && (
            <p role="alert" className="text-sm text-danger">
              {choice.problem}
            </p>
          )}
        </div>
      ) : (
        <TextField
          label="Amount"
          hint={[amountsText(product), steps && `in steps of ${steps}`].filter(Boolean).join(', ')}
          prefix={currency === 'USD' && '$'}
          suffix={currency}
          fieldSize="large"
          inputMode={exponent === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={choice.amount}
          error={choice.problem}
          onChange={(event) => choice.setAmount(event.target.value)}
        />
      )}
      {product.country === null && (
        <SelectField
          label="For use in"
          hint="Laso sells this card for one country at a time."
          options={countryOptions(countries)}
          value={choice.country}
          onChange={(event) => choice.setCountry(event.target.value)}
        />
      )}
    </>
  );
}
