import * as z from 'zod/mini';
import { plainLine } from '#domain/plain-text.ts';
import { withoutSecrets } from '#domain/server-words.ts';
import { isJsonObject } from '../quote/json-object.ts';
import { paymentRowSchema, ROW_VERSION, type PaymentRow } from './payment-row.ts';

/**
 * A stored value as a row of today, or null: damaged, or written by a newer version of this page. Such a value is never
 * written over. Rows are brought up to date when they are read and stored so with their next step: a page that is older in
 * another tab then shows them as unreadable and leaves them alone.
 */
export function readRow(stored: unknown): PaymentRow | null {
  const parsed = z.safeParse(paymentRowSchema, migrated(stored));
  return parsed.success ? cleaned(parsed.data) : null;
}

/** Rows of before hold a server's words as they came: taken out as they are read, so that no page, export or support text shows them. */
function cleaned(row: PaymentRow): PaymentRow {
  const { reason, hint, history } = row;
  return {
    ...row,
    reason: reason && cleanText(reason),
    hint: hint && { ...hint, words: cleanText(hint.words) },
    history: history.map((step) =>
      step.note === undefined ? step : { ...step, note: cleanText(step.note) },
    ),
  };
}

/** Longer than anything this page writes there itself. */
const MAX_TEXT = 2_000;

const cleanText = (text: string): string => withoutSecrets(plainLine(text, MAX_TEXT));

function migrated(stored: unknown): unknown {
  if (!isJsonObject(stored) || stored['version'] !== undefined) return stored;
  return fromVersion1(stored);
}

/** Version 1 had no number, no evidence and no recovery. */
function fromVersion1(row: Readonly<Record<string, unknown>>): unknown {
  const signed = isJsonObject(row['signed']) ? row['signed'] : null;
  const history = Array.isArray(row['history']) ? row['history'] : [];
  const wasSent = history.some((step) => isJsonObject(step) && step['state'] === 'sent');
  return {
    ...row,
    version: ROW_VERSION,
    revision: 0,
    marks: signed && { nonce: signed['nonce'] },
    paymentId: null,
    sends: wasSent ? 1 : 0,
    settledAtSec: null,
    hint: null,
    knownProductIds: null,
    candidateIds: [],
    retryOf: null,
    dismissed: null,
  };
}
