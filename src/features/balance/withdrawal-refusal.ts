import * as z from 'zod/mini';
import { explainError } from '#laso/explain-error.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';

/** Refused whatever came before: the same reason would have refused the first try of a request that a browser sent twice. */
export const CERTAIN_REFUSALS: ReadonlySet<LasoErrorKind> = new Set<LasoErrorKind>([
  'unauthorized',
  'session-ended',
  'frozen',
  'forbidden',
  'not-found',
]);

/** A refusal that may be the answer to a second try while the first one is carried out, as it is kept with the record. */
export const refusalSchema = z.object({
  kind: z.enum(['bad-request', 'conflict', 'rate-limited']),
  /** Laso's own. */
  words: z.nullable(z.string()),
});
export type WithdrawalRefusal = z.infer<typeof refusalSchema>;

/** Null when Laso did not refuse, or for certain. */
export function refusalOf({ kind, serverMessage }: LasoError): WithdrawalRefusal | null {
  const parsed = z.safeParse(refusalSchema, { kind, words: serverMessage });
  return parsed.success ? parsed.data : null;
}

const TITLES: Partial<Record<LasoErrorKind, string>> = {
  'bad-request': 'Laso did not accept this withdrawal.',
  forbidden: 'Laso refused this withdrawal.',
  'not-found': 'This account has no balance at Laso to withdraw from.',
  conflict: 'Laso is already working on a withdrawal.',
  'rate-limited': 'Laso asks to wait before the next withdrawal.',
};

/** What Laso refused a withdrawal with, as one sentence. */
export const refusalTitle = (error: LasoError): string => TITLES[error.kind] ?? explainError(error).title;

/** The same for what was kept. */
export const keptRefusalTitle = ({ kind }: WithdrawalRefusal): string =>
  refusalTitle(new LasoError(kind, 'POST /withdraw: refused'));
