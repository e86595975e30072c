import { useEffect, useRef } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

type AmountFieldProps = Omit<TextFieldProps, 'label' | 'error' | 'fieldSize' | 'autoComplete' | 'ref'> & {
  error: string | null;
};

/** The one amount a form is about. What is wrong with it is an alert, and the field gets the focus each time the form was sent with it. */
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
