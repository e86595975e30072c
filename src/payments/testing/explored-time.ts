/** For the exhaustive check: how time, lag and verdicts are counted in its small world. */
import type { ChainVerdict } from '../reconcile/evidence.ts';

/** One payment as seen by the chain: everything that its verdict can depend on. In ticks since it was signed. */
export interface Moment {
  readonly age: number;
  /** Null while the money has not moved. */
  readonly paidAfter: number | null;
  /** The row names a transaction; the payment's own, where there is one. */
  readonly named: boolean;
}

export type Verdicts = readonly ChainVerdict[];

/** Signed in tick 0, it can be used in ticks 0 and 1, and all is final in tick 3 and later. */
export const LAST_USABLE = 1;
export const FINAL_AGE = 3;

/** How far a backend can be behind, in ticks: not at all, a little, farther than any of the waits of our rules. */
export const LAGS = [0, 1, 4];

/** One configured address, and two. */
export const ADDRESSES: readonly (readonly string[])[] = [
  ['http://node/a'],
  ['http://node/a', 'http://node/b'],
];

/** Every way in which each question at each address can reach a backend of some lag. Two addresses: of the first and the last lag only. */
export function* lagPatterns(
  urls: readonly string[],
  questions: readonly string[],
): Generator<(url: string, question: string) => number> {
  const lags = urls.length === 1 ? LAGS : LAGS.filter((_, at) => at !== 1);
  const places = urls.length * questions.length;
  for (let pattern = 0; pattern < lags.length ** places; pattern += 1)
    yield (url, question) => {
      const place = urls.indexOf(url) * questions.length + questions.indexOf(question);
      // A question that the balancer always answers alike.
      if (questions.indexOf(question) < 0) return 0;
      return lags[Math.floor(pattern / lags.length ** place) % lags.length] ?? 0;
    };
}

/** Equal for verdicts that the rules treat alike: words and hours do not count. */
export const verdictKey = (verdict: ChainVerdict): string =>
  verdict.kind === 'settled' ? `settled ${verdict.transaction}` : verdict.kind;

/** Every moment that the explored world has. */
export const MOMENTS: readonly Moment[] = [null, 0, 1].flatMap((paidAfter) =>
  [0, 1, 2, 3, 4, 5]
    .filter((age) => age >= (paidAfter ?? 0))
    .flatMap((age) => [true, false].map((named) => ({ age, paidAfter, named }))),
);
