import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, Field } from './field.tsx';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'prefix'> & {
  label: ReactNode;
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shown inside the frame before the text, e.g. "$". */
  prefix?: ReactNode;
  /** Shown inside the frame after the text, e.g. "USDC" or a small button. */
  suffix?: ReactNode;
  /** `large` is for the one amount a form is about. */
  fieldSize?: 'regular' | 'large' | undefined;
  /** With these it keeps line breaks, and looks the same. */
  area?: ComponentProps<'textarea'> | undefined;
};

/** One line of text. `type="search"` makes it a searchbox; `inputMode="decimal"` is right for amounts. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    labelHidden,
    hint,
    error,
    prefix,
    suffix,
    fieldSize = 'regular',
    area,
    className,
    id: givenId,
    ...input
  } = props;
  const ownId = useId();
  const id = givenId ?? ownId;
  const large = fieldSize === 'large';
  const control = {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, { label, hint, error }),
    className: classNames(
      'min-w-0 flex-1 self-stretch bg-transparent outline-none',
      area && 'py-1.5',
      large ? 'text-lg font-medium tabular-nums' : 'text-input',
    ),
  };
  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <div
        className={classNames(
          'field-frame flex items-center gap-2 rounded-control border bg-surface px-3',
          large ? 'min-h-14' : 'min-h-9 pointer-coarse:min-h-11',
          error ? 'border-danger' : 'border-control',
          className,
        )}
      >
        {prefix && <span className={classNames('text-muted', large && 'text-lg')}>{prefix}</span>}
        {area ? <textarea {...area} {...control} /> : <input {...input} {...control} />}
        {suffix && <span className="text-sm text-muted">{suffix}</span>}
      </div>
    </Field>
  );
}
