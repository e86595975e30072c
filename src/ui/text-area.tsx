import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, Field } from './field.tsx';

type TextAreaProps = ComponentProps<'textarea'> & {
  label: ReactNode;
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
};

/** Text of several lines. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  className,
  id: givenId,
  ...area
}: TextAreaProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <textarea
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
        className={classNames(
          'rounded-control border bg-surface px-3 py-2 text-input',
          error ? 'border-danger' : 'border-control',
          className,
        )}
      />
    </Field>
  );
}
