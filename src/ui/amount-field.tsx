import { useEffect, useRef } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

type AmountFieldProps = Omit<TextFieldProps, 'label' | 'error' | 'fieldSize' | 'autoComplete' | 'ref'> & {
  error: string | null;
};

/**
 * The one amount of a form. Its error is an alert, and the field gets the focus each time a wrong amount is
 * submitted.
 */
export function AmountField({ error, ...field }: AmountFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const control = input.current;
    const form = control?.form;
    // After the form has said what is wrong.
    const look = () => setTimeout(() => control?.matches('[aria-invalid]') && control.focus());
    form?.addEventListener('submit', look);
    return () => form?.removeEventListener('submit', look);
  }, []);
  return (
    <TextField
      inputMode="decimal"
      {...field}
      ref={input}
      label="Amount"
      fieldSize="large"
      autoComplete="off"
      error={error && <span role="alert">{error}</span>}
    />
  );
}
