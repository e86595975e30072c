import * as z from 'zod/mini';
import { isJsonObject } from './json-object.ts';
import { paymentRowSchema, ROW_VERSION, type PaymentRow } from './payment-row.ts';

/**
 * A stored value as a row of today, or null: damaged, or written by a newer version of this page. Such a value is never
 * written over. Rows are brought up to date when they are read and stored so with their next step: a page that is older in
 * another tab then shows them as unreadable and leaves them alone.
 */
export function readRow(stored: unknown): PaymentRow | null {
  const parsed = z.safeParse(paymentRowSchema, migrated(stored));
  return parsed.success ? parsed.data : null;
}

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
