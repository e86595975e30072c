/** A signal that follows others, and what lets go of them once the work is done. */
interface EitherSignal {
  readonly signal: AbortSignal;
  release(): void;
}

/**
 * Aborts with the first of the signals, for the same reason. `AbortSignal.any` does the same, in Safari from
 * 17.4 and Chrome from 116 on, and lets go by itself; here `release` takes our listeners off signals that
 * outlive the work. Work that goes on after it is aborted no more.
 */
export function eitherSignal(...given: readonly (AbortSignal | undefined)[]): EitherSignal {
  const sources = given.filter((each) => each !== undefined);
  const either = new AbortController();
  const follow = (event: Event): void => end(event.target);
  const release = (): void => {
    for (const source of sources) source.removeEventListener('abort', follow);
  };
  const end = (source: unknown): void => {
    release();
    either.abort(source instanceof AbortSignal ? source.reason : undefined);
  };
  const aborted = sources.find((source) => source.aborted);
  if (aborted) end(aborted);
  else for (const source of sources) source.addEventListener('abort', follow);
  return { signal: either.signal, release };
}
