import { useState } from 'react';
import { centsToQuery } from '#domain/money.ts';
import { DEFAULT_THRESHOLDS, type SignalThresholds } from '#domain/signals/signal.ts';
import { THRESHOLD_BOUNDS, withinBounds } from '#domain/signals/threshold-bounds.ts';
import { readTypedAmount, type TypedAmount } from '#domain/typed-amount.ts';
import { usePreferences } from '#storage/preferences.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface Field {
  key: keyof SignalThresholds;
  label: string;
  hint: string;
  unit: 'dollars' | 'days' | 'times' | 'seconds' | 'minutes' | 'hours';
}

const FIELDS: readonly Field[] = [
  { key: 'strandedBelowCents', label: 'Small leftovers below', hint: 'On used cards.', unit: 'dollars' },
  {
    key: 'perOrderCents',
    label: 'Orders in parts above',
    hint: 'Two or more within ten minutes, together. For a single order, see Alerts.',
    unit: 'dollars',
  },
  { key: 'expiringWithinDays', label: 'Cards that expire within', hint: 'In days.', unit: 'days' },
  { key: 'unusedForDays', label: 'Ready, but unused for', hint: 'In days.', unit: 'days' },
  { key: 'balanceOldAfterDays', label: 'Balances older than', hint: 'In days.', unit: 'days' },
  {
    key: 'unusualFactor',
    label: 'Unusual purchases',
    hint: 'Times the usual amount at a merchant.',
    unit: 'times',
  },
  { key: 'jumpFactor', label: 'Sudden spending', hint: 'Times the daily average.', unit: 'times' },
  {
    key: 'lateCardSeconds',
    label: 'U.S. card pending for over',
    hint: 'In seconds. It usually takes 7 to 10.',
    unit: 'seconds',
  },
  {
    key: 'lateOrderHours',
    label: 'International order queued for over',
    hint: 'In hours. Laso makes it within 24.',
    unit: 'hours',
  },
  {
    key: 'lateRefundDays',
    label: 'Refund requested over',
    hint: 'In days ago. Laso names no usual time.',
    unit: 'days',
  },
  {
    key: 'lateWithdrawalMinutes',
    label: 'Withdrawal on its way for over',
    hint: 'In minutes.',
    unit: 'minutes',
  },
];

/** From when on something is said under "Needs attention". An empty field is the usual figure. */
export function ThresholdSettings() {
  const { thresholds } = usePreferences();
  const changed = Object.keys(thresholds).length > 0;
  return (
    <div className="flex flex-col items-start gap-5">
      <div className="grid w-full gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {FIELDS.map((field) => (
          <ThresholdField
            key={`${field.key} ${thresholds[field.key] ?? ''}`}
            field={field}
            value={thresholds[field.key]}
          />
        ))}
      </div>
      {changed && (
        <Button size="small" onClick={() => usePreferences.setState({ thresholds: {} })}>
          Restore defaults
        </Button>
      )}
    </div>
  );
}

function ThresholdField({ field, value }: { field: Field; value: number | undefined }) {
  const [text, setText] = useState(value === undefined ? '' : textOf(field, value));
  const { figure, problem } = readFigure(field, text);
  const usual = textOf(field, DEFAULT_THRESHOLDS[field.key]);
  return (
    <TextField
      label={field.label}
      hint={`${field.hint} Default: ${field.unit === 'dollars' ? `$${usual}` : usual}.`}
      inputMode={field.unit === 'dollars' ? 'decimal' : 'numeric'}
      placeholder={usual}
      value={text}
      error={problem !== null && <span role="alert">{problem}</span>}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (problem === null) setThreshold(field.key, figure);
      }}
    />
  );
}

function setThreshold(key: keyof SignalThresholds, figure: number | undefined): void {
  usePreferences.setState(({ thresholds: { [key]: _before, ...rest } }) => ({
    thresholds: figure === undefined ? rest : { ...rest, [key]: figure },
  }));
}

/** No figure for an empty field, nor for what is none: then with what is wrong. */
function readFigure({ key, unit }: Field, text: string): { figure?: number; problem: string | null } {
  if (text.trim() === '') return { problem: null };
  const otherwise =
    unit === 'dollars' ? 'Enter an amount in dollars above zero, such as 12.50.' : wanted(key, unit);
  const { units, problem } =
    unit === 'dollars' ? readTypedAmount(text, { otherwise }) : wholeNumber(text, otherwise);
  if (units === null) return { problem };
  return withinBounds(key, units) ? { figure: units, problem: null } : { problem: otherwise };
}

function wanted(key: Field['key'], unit: Field['unit']): string {
  const bounds = THRESHOLD_BOUNDS[key];
  if (!bounds) return 'Enter a whole number above zero.';
  const [least, most] = bounds.map((figure) => figure.toLocaleString('en-US'));
  return `Enter a whole number of ${unit}, from ${least} to ${most}.`;
}

const wholeNumber = (text: string, problem: string): TypedAmount =>
  /^\d{1,6}$/.test(text.trim()) ? { units: Number(text), problem: null } : { units: null, problem };

const textOf = ({ unit }: Field, figure: number): string =>
  unit === 'dollars' ? centsToQuery(figure) : String(figure);
