import * as z from 'zod/mini';
import { solanaMarksSchema } from '../journal/signed-payment.ts';

/** With the hash of the signed message a transaction found by its memo is proven to be this very payment, also where the server chose the memo. */
const marksSchema = z.extend(solanaMarksSchema, { messageHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
export type SolanaPaymentMarks = z.infer<typeof marksSchema>;

/** What a row's marks say; null when they are not Solana's, or not complete. */
export function solanaMarks(value: unknown): SolanaPaymentMarks | null {
  const parsed = z.safeParse(marksSchema, value);
  return parsed.success ? parsed.data : null;
}

/** SHA-256, hex. */
export async function hashOf(message: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(message));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
