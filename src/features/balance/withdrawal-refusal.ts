import * as z from 'zod/mini';
import { explainError } from '#laso/explain-error.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';

/**
 * What Laso itself refused a withdrawal with, as it is kept with the record. No refusal is certain by its status: a browser may have sent the request
 * twice by itself, and then this is the answer to the second try, while the first one is carried out (lessons.md 33, 35).
 */
export const refusalSchema = z.object({
  kind: z.enum([
    'bad-request',
    'unauthorized',
    'forbidden',
    'frozen',
    'not-found',
    'conflict',
    'rate-limited',
  ]),
  /** Laso's own. */
  words: z.nullable(z.string()),
});
export type WithdrawalRefusal = z.infer<typeof refusalSchema>;

/** Null when Laso did not refuse: silence, a fault, or the answer of something else. */
export function refusalOf({ kind, serverMessage, frozenMessage }: LasoError): WithdrawalRefusal | null {
  const parsed = z.safeParse(refusalSchema, { kind, words: frozenMessage ?? serverMessage });
  return parsed.success ? parsed.data : null;
}

const TITLES: Partial<Record<LasoErrorKind, string>> = {
  'bad-request': 'Laso did not accept this withdrawal.',
  forbidden: 'Laso refused this withdrawal.',
  'not-found': 'Laso answered that this account has no balance to withdraw from.',
  conflict: 'Laso is already working on a withdrawal.',
  'rate-limited': 'Laso asks to wait before the next withdrawal.',
};

const errorOf = ({ kind, words }: WithdrawalRefusal): LasoError =>
  new LasoError(kind, 'POST /withdraw: refused', { serverMessage: words, frozenMessage: words });

/** What Laso refused a withdrawal with, as one sentence. */
export const refusalTitle = (refusal: WithdrawalRefusal): string =>
  TITLES[refusal.kind] ?? explainError(errorOf(refusal)).title;

/** Laso's words, where they are more than a code. */
export const refusalWords = ({ kind, words }: WithdrawalRefusal): string =>
  words === null || kind === 'unauthorized' ? '' : `Laso says: “${words}”${/[.!?]$/.test(words) ? '' : '.'}`;

/** Laso's words and what to do. */
export const refusalDetail = (refusal: WithdrawalRefusal): string => explainError(errorOf(refusal)).detail;
