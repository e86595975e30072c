/**
 * The promise's outcome, or a rejection with `late()` after `ms`. The work itself goes on; a later result is
 * dropped.
 */
export function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
