import { readJwt } from './jwt.ts';
import type { PastedRun, RunEnd } from './pasted-run.ts';
import { withoutSentenceEnd } from './sentence-end.ts';

/** "…/auth?code=T4RWN-8CXDQ": Laso's own form of a one-time code. */
const WHOLE_CODE = /^[A-Z0-9]{5}-[A-Z0-9]{5}$/;
/** RSA keys of 2048, 3072 and 4096 bits. */
const RSA = [342, 512, 683];
/** How many characters of base64url a signature has, by the token's own `alg`. */
const SIGNATURE_LENGTHS = new Map<unknown, readonly number[]>([
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, RSA] as const),
  ['HS256', [43]],
  ['HS384', [64]],
  ['HS512', [86]],
  ['ES256', [86]],
  ['ES384', [128]],
  ['ES512', [176]],
  ['EdDSA', [86]],
]);

/** How far a key that starts at `from` of a run can reach, and whether it is whole. */
interface KeyShape {
  /** It ends behind this place. */
  leastAt: number;
  /** It does not go on behind this place: no key holds the character there. */
  mostAt: number;
  /** How much of it there is when it ends here; null when nothing says how much it must be. */
  wholeLength: ((end: number) => number | null) | null;
}

/** More punctuation than this behind a key is no end of a sentence. */
const MAX_PUNCTUATION = 16;

/** Where the key at `from` ends; `broken` when that cannot be known, or its end is missing. */
export function endOfKey(run: PastedRun, from: number): number | 'broken' {
  const shape = shapeOf(run.text, from);
  const ends = possibleEnds(run, from);
  const whole = ends.filter(({ at }) => shape.wholeLength?.(at) ?? false);
  const [wholeEnd] = whole;
  if (wholeEnd)
    return new Set(whole.map(({ at }) => shape.wholeLength?.(at))).size === 1 ? wholeEnd.at : 'broken';
  return (
    endByLines(
      shape,
      ends.filter(({ byLines }) => byLines),
    ) ?? from
  );
}

/**
 * A terminal breaks every line at one width: what follows a shorter line is another text, and a full last
 * line may have lost its next.
 */
function endByLines(shape: KeyShape, ends: readonly RunEnd[]): number | 'broken' | undefined {
  const [first = ends.at(-1), second] = ends.filter(({ at }) => at > shape.leastAt);
  if (!first) return undefined;
  if (second && first.at < shape.mostAt) return second.lineWidth > first.lineWidth ? first.at : 'broken';
  const before = ends[ends.indexOf(first) - 1];
  const isFull = before?.lineWidth === first.lineWidth;
  return isFull && shape.wholeLength ? 'broken' : first.at;
}

/** Behind each word, up to the mark of the address that ends the key. */
function possibleEnds(run: PastedRun, from: number): RunEnd[] {
  const length = run.text.slice(from).search(/[&#]/);
  const mark = length < 0 ? Infinity : from + length;
  const last = run.ends.find(({ at }) => at >= mark);
  const before = run.ends.filter(({ at }) => at > from && at < mark);
  return last ? [...before, { ...last, at: mark }] : before;
}

function shapeOf(text: string, from: number): KeyShape {
  const token = signedPart(text, from);
  // "eyJ…" whose parts cannot be read is damaged, however it is joined.
  if (!token && text.startsWith('eyJ', from))
    return { leastAt: text.length, mostAt: from, wholeLength: null };
  const start = token?.signatureAt ?? from;
  const other = text.slice(start).search(/[^\w%-]/);
  const mostAt = other < 0 ? text.length : start + other;
  const isWhole = (key: string) => (token ? token.lengths?.includes(key.length) : WHOLE_CODE.test(key));
  const wholeLength = (end: number) => {
    if (end > mostAt + MAX_PUNCTUATION) return null;
    const key = withoutSentenceEnd(text.slice(start, end));
    return start + key.length <= mostAt && isWhole(key) ? key.length : null;
  };
  return { leastAt: start, mostAt, wholeLength: token && !token.lengths ? null : wholeLength };
}

/** Where a JWT's signature starts, and how long it may be by its header; null when this is no JWT. */
function signedPart(
  text: string,
  from: number,
): { signatureAt: number; lengths: readonly number[] | undefined } | null {
  const claimsAt = text.indexOf('.', from) + 1;
  const signatureAt = claimsAt > 0 ? text.indexOf('.', claimsAt) + 1 : 0;
  const jwt = signatureAt > 0 ? readJwt(text.slice(from, signatureAt)) : null;
  return jwt && { signatureAt, lengths: SIGNATURE_LENGTHS.get(jwt.header['alg']) };
}
