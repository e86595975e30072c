export interface KeptAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What routes answered with a 2xx, for fault `replayed`: like a cache that should not store them. */
export interface AnswerMemory {
  keep(request: string, answer: Response): Promise<void>;
  /** An earlier answer for such a request: `back` 1 is the newest one; null when there is none. */
  find(request: string, back: number): KeptAnswer | null;
  clear(): void;
}

const KEPT_EACH = 12;
const MOST_KEYS = 200;
const LONGEST_BODY = 64_000;

export function createAnswerMemory(): AnswerMemory {
  /** Newest first. */
  const kept = new Map<string, KeptAnswer[]>();
  return {
    keep: async (request, answer) => {
      if (!answer.ok) return;
      const body = await answer.clone().text();
      if (body.length > LONGEST_BODY) return;
      const earlier = kept.get(request) ?? [];
      const newest = { status: answer.status, headers: new Headers(answer.headers), body };
      kept.set(request, [newest, ...earlier].slice(0, KEPT_EACH));
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEYS && oldest !== undefined) kept.delete(oldest);
    },
    find: (request, back) => kept.get(request)?.[back - 1] ?? null,
    clear: () => kept.clear(),
  };
}
