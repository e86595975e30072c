import * as z from 'zod/mini';
import { decodeBase64Json } from './base64-json.ts';

const settlementSchema = z.object({
  success: z.boolean(),
  transaction: z.catch(z.string(), ''),
  network: z.catch(z.nullable(z.string()), null),
  payer: z.catch(z.nullable(z.string()), null),
  errorReason: z.catch(z.nullable(z.string()), null),
});

/** What the `PAYMENT-RESPONSE` header says. A server's claim: neither `success: false` nor its transaction proves anything (spike, "Traps"). */
export type Settlement = z.infer<typeof settlementSchema>;

/** null when the header is missing, hidden by CORS, or not readable. Never throws: it is read after the money may have moved. */
export function readSettlement(header: string | null): Settlement | null {
  if (header === null) return null;
  try {
    return z.parse(settlementSchema, decodeBase64Json(header));
  } catch {
    return null;
  }
}
