import { LasoError } from './laso-error.ts';

const SAME_MINUTE_MS = 60_000;

/** Which routes of the API have answered this page. */
interface RouteMemory {
  /**
   * The route answered what it is asked for, in Laso's own form. `newer`: it is not in the first documents.
   */
  noteAnswer(path: string, newer: boolean): void;
  /**
   * Whether an error of a newer route means that this server does not have the route. A host's 404 page alone
   * does not prove that, as it does not prove "none". It counts only when an older route answered within the
   * same minute, so Laso itself is up, and this route never answered.
   */
  isUnlisted(path: string, error: unknown): boolean;
}

/** For the life of the page. */
export function createRouteMemory(now: () => number = Date.now): RouteMemory {
  const answered = new Set<string>();
  let olderAtMs = -Infinity;
  return {
    noteAnswer(path, newer) {
      answered.add(path);
      if (!newer) olderAtMs = now();
    },
    isUnlisted: (path, error) =>
      error instanceof LasoError &&
      error.status === 404 &&
      !answered.has(path) &&
      Math.abs(now() - olderAtMs) < SAME_MINUTE_MS,
  };
}
