import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  legend: ReactNode;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Side by side where there is room; otherwise a list. */
  inline?: boolean | undefined;
  /** Labels of a word or an amount: two or three in a row. */
  short?: boolean | undefined;
};

/** One of a few. Native radios: arrow keys and announcements are the browser's. */
export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onChange,
  inline = false,
  short = false,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink">{legend}</legend>
      <div
        className={classNames(
          'grid gap-2',
          inline && 'sm:grid-flow-col sm:auto-cols-fr',
          short && 'grid-cols-2 sm:grid-cols-3',
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            htmlFor={`${id}-${option.value}`}
            className={classNames(
              'flex min-h-11 items-start gap-3 rounded-control border border-control bg-surface px-3 py-2.5 transition-colors duration-150',
              'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:focus-outline',
              option.disabled ? 'cursor-not-allowed text-muted' : 'cursor-pointer hover:border-ink',
            )}
          >
            <input
              type="radio"
              id={`${id}-${option.value}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              aria-labelledby={`${id}-${option.value}-label`}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="flex flex-col">
              <span id={`${id}-${option.value}-label`} className="font-medium">
                {option.label}
              </span>
              {option.hint && (
                <span id={`${id}-${option.value}-hint`} className="text-sm text-muted">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
