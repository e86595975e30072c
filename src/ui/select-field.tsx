import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, Field } from './field.tsx';

type SelectFieldProps = ComponentProps<'select'> & {
  label: ReactNode;
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly { value: string; label: string }[];
};

/** The browser's own select (role combobox): best known to people, assistive technology and phones. */
export function SelectField({
  label,
  labelHidden,
  hint,
  error,
  options,
  className,
  id: givenId,
  ...select
}: SelectFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <select
        {...select}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
        className={classNames(
          'min-h-9 rounded-control border border-control bg-surface px-3 text-input pointer-coarse:min-h-11',
          className,
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
