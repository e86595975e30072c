/** For tests: breadth-first search over a model whose rules are the product's own pure functions. */

export interface Move<State> {
  /** What happens, for the trace of a fault. */
  readonly name: string;
  readonly next: State;
}

interface Exploration<State> {
  readonly start: State;
  /** Everything that can happen next, in any order. */
  readonly moves: (state: State) => readonly Move<State>[];
  /** Equal for states that no rule and no invariant can tell apart. */
  readonly key: (state: State) => string;
  /** The invariant that does not hold here, in words; null when all hold. */
  readonly broken: (state: State) => string | null;
  readonly maxDepth: number;
}

export interface Explored {
  /** Distinct states that were reached. */
  readonly states: number;
  /** Moves from the start to the farthest of them. */
  readonly depth: number;
  /** Whether every reachable state was reached; false when the depth ended the search. */
  readonly whole: boolean;
  /** The first fault found, by the shortest way to it. */
  readonly fault: { readonly broken: string; readonly trace: readonly string[] } | null;
}

interface Reached<State> {
  readonly state: State;
  readonly by: string;
  readonly from: Reached<State> | null;
}

/** Visits every state once, nearest first, and stops at the first broken invariant. */
export function explore<State>({ start, moves, key, broken, maxDepth }: Exploration<State>): Explored {
  const seen = new Set([key(start)]);
  let layer: Reached<State>[] = [{ state: start, by: 'start', from: null }];
  let depth = 0;
  for (; layer.length > 0; depth += 1) {
    const further: Reached<State>[] = [];
    for (const reached of layer) {
      const fault = broken(reached.state);
      if (fault !== null)
        return { states: seen.size, depth, whole: false, fault: { broken: fault, trace: traceOf(reached) } };
      if (depth === maxDepth) continue;
      for (const { name, next } of moves(reached.state)) {
        const known = key(next);
        if (seen.has(known)) continue;
        seen.add(known);
        further.push({ state: next, by: name, from: reached });
      }
    }
    if (further.length === 0) break;
    layer = further;
  }
  return { states: seen.size, depth, whole: depth < maxDepth, fault: null };
}

function traceOf<State>(reached: Reached<State>): string[] {
  const trace: string[] = [];
  for (let at: Reached<State> | null = reached; at?.from; at = at.from) trace.push(at.by);
  return trace.toReversed();
}
