import * as z from 'zod/mini';
import { quoted } from '#domain/refusal.ts';
import { explainRefusal, wordsOfCode } from '#laso/explain-code.ts';
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
    'payment-required',
    'region',
  ]),
  /** Laso's own. */
  words: z.nullable(z.string()),
  /** What it says beside them; missing in records of older builds. */
  hint: z.optional(z.nullable(z.string())),
  code: z.optional(z.nullable(z.string())),
});
export type WithdrawalRefusal = z.infer<typeof refusalSchema>;

/** Null when Laso did not refuse: silence, a fault, or the answer of something else. */
export function refusalOf(error: LasoError): WithdrawalRefusal | null {
  const { kind, hint, code } = error;
  const words = error.frozenMessage ?? error.serverMessage;
  const parsed = z.safeParse(refusalSchema, { kind, words, hint, code });
  return parsed.success ? parsed.data : null;
}

const TITLES: Partial<Record<LasoErrorKind, string>> = {
  'bad-request': 'Laso did not accept this withdrawal.',
  forbidden: 'Laso refused this withdrawal.',
  'not-found': 'Laso answered that this account has no balance to withdraw from.',
  conflict: 'Laso is already working on a withdrawal.',
  'payment-required': 'Laso answered that a balance is too low for this.',
  'rate-limited': 'Laso asks to wait before the next withdrawal.',
};

const errorOf = ({ kind, words, hint = null, code = null }: WithdrawalRefusal): LasoError =>
  new LasoError(kind, 'POST /withdraw: refused', { serverMessage: words, frozenMessage: words, hint, code });

/** What Laso refused a withdrawal with, as one sentence. */
export const refusalTitle = (refusal: WithdrawalRefusal): string =>
  wordsOfCode(refusal.code ?? null)?.title ?? TITLES[refusal.kind] ?? explainRefusal(errorOf(refusal)).title;

/** Laso's words, where they are more than a code. */
export function refusalWords({ kind, words, hint = null }: WithdrawalRefusal): string {
  const says = kind === 'unauthorized' ? '' : quoted('Laso', { words, hint });
  return says === '' || /[.!?]”$/.test(says) ? says : `${says}.`;
}

/** Laso's words and what to do. */
export const refusalDetail = (refusal: WithdrawalRefusal): string => explainRefusal(errorOf(refusal)).detail;
