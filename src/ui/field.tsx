import type { ReactNode } from 'react';

type FieldTexts = {
  label: ReactNode;
  /** One line under the field; stays beside an error. */
  hint?: ReactNode;
  /** What is wrong and what would be right. */
  error?: ReactNode;
};

type FieldProps = FieldTexts & { id: string; labelHidden?: boolean | undefined; children: ReactNode };

/** The ids a control must name in `aria-describedby` so that its hint and error are read with it. */
export const describedBy = (id: string, { hint, error }: FieldTexts): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;

/** Label, control, error, hint: the frame around every form control. */
export function Field({ id, label, labelHidden = false, hint, error, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
