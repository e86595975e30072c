import { cleanWords } from '#domain/server-words.ts';
import { decodeBase64Json } from '../quote/base64-json.ts';
import { isJsonObject } from '../quote/json-object.ts';

/** What the `PAYMENT-RESPONSE` header says. A server's claim: neither `success: false` nor its transaction proves anything. */
export interface Settlement {
  readonly success: boolean;
  /** As the server named it, or null. */
  readonly transaction: string | null;
  readonly network: string | null;
  readonly payer: string | null;
  readonly errorReason: string | null;
}

/** null when the header is missing, hidden by CORS, or not readable. Never throws: it is read after the money may have moved. */
export function readSettlement(header: string | null): Settlement | null {
  if (header === null) return null;
  try {
    const value = decodeBase64Json(header);
    if (!isJsonObject(value) || typeof value['success'] !== 'boolean') return null;
    return {
      success: value['success'],
      transaction: transactionName(value['transaction']),
      network: cleanWords(value['network']),
      payer: cleanWords(value['payer']),
      errorReason: cleanWords(value['errorReason']),
    };
  } catch {
    return null;
  }
}

/** A transaction as a server names it: letters and digits alone, and no number of a card. Null where it is anything else. */
export const transactionName = (value: unknown): string | null =>
  typeof value === 'string' && /^(?!\d{12,19}$)[0-9A-Za-z]{1,128}$/.test(value) ? value : null;
