import * as z from 'zod/mini';
import { Secret } from '#domain/secret.ts';
import { wireCents, wireFlag, wireObject, wireText } from './wire.ts';

const addressSchema = z.object({
  name: wireText,
  line_1: wireText,
  line_2: wireText,
  city: wireText,
  state: wireText,
  zip: wireText,
  country: wireText,
  required: wireFlag,
  note: wireText,
});

/**
 * `card_details` (laso-get-card-data). What is secret in it becomes a `Secret` while parsing; no plain number
 * leaves this file.
 */
export const cardDetailsSchema = z.object({
  card_number: secretOf(readNumber),
  exp_month: secretOf((value) => readDigits(value).slice(0, 2)),
  exp_year: secretOf((value) => readDigits(value).slice(-2)),
  /** "MM/YY", which newer answers have in place of the two. */
  expiry: secretOf(readExpiry),
  cvv: secretOf(readCvvDigits),
  available_balance: wireCents,
  billing_address: wireObject(addressSchema),
});

export type CardDetails = z.infer<typeof cardDetailsSchema>;

/**
 * The last four digits, the only part of a number a list may hold. A number the server masked itself still
 * tells them.
 */
export const last4Of = (details: CardDetails | null): string | null =>
  details?.card_number ? (/\d{4}$/.exec(details.card_number.reveal())?.[0] ?? null) : null;

/** "12/27"; empty when the server did not say. */
export function expiryOf(details: CardDetails): Secret {
  const month = details.exp_month?.reveal() ?? '';
  const year = details.exp_year?.reveal() ?? '';
  if (!month && !year && details.expiry) return details.expiry;
  return Secret.of(month && year ? `${month.padStart(2, '0')}/${year.padStart(2, '0')}` : '');
}

/** True for all digits of a card number; false when the server masked some. */
export const isWholeNumber = (number: Secret): boolean => /^\d{12,19}$/.test(number.reveal());

function secretOf(read: (value: unknown) => string) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => {
      const text = read(value);
      return text === '' ? null : Secret.of(text);
    }),
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
    ? String(value).trim()
    : '';
}

function readNumber(value: unknown): string {
  return plain(value).replaceAll(/[\s-]/g, '');
}

function readDigits(value: unknown): string {
  return plain(value).replaceAll(/\D/g, '');
}

/** "2/31" and "02/2031" → "02/31"; empty for what is no month and year. */
function readExpiry(value: unknown): string {
  const [, month = '', year = ''] = /^(\d{1,2})\s?\/\s?(?:20)?(\d{2})$/.exec(plain(value)) ?? [];
  return month && `${month.padStart(2, '0')}/${year}`;
}

/** A CVV sent as a number has lost its leading zeros. */
function readCvvDigits(value: unknown): string {
  const digits = readDigits(value);
  return digits === '' ? '' : digits.padStart(3, '0');
}
