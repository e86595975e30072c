/** For tests: a breadth-first search over all worlds of `test-withdrawal-world.ts`, with what must hold in each. */
import { stepsFrom } from './withdrawal-steps.ts';
import { keyOf, START, wishOf, type Bounds, type World } from './withdrawal-world.ts';

export interface Explored {
  states: number;
  depth: number;
  /** What does not hold, and a shortest way to it. */
  fault: string | null;
  trace: string[];
}

interface Seen {
  world: World;
  from: string | null;
  by: string;
}

/** All that can be reached, or all within `depth` steps; ends at the first fault. */
export function explore({ depth: limit = Infinity, ...bounds }: Bounds & { depth?: number }): Explored {
  const seen = new Map<string, Seen>([[keyOf(START), { world: START, from: null, by: 'start' }]]);
  let layer = [...seen.keys()];
  for (let depth = 0; ; depth += 1) {
    if (layer.length === 0 || depth === limit) return { states: seen.size, depth, fault: null, trace: [] };
    const next: string[] = [];
    for (const from of layer) {
      const before = seen.get(from)?.world ?? START;
      for (const { name: by, next: world } of stepsFrom(before, bounds)) {
        const key = keyOf(world);
        if (seen.has(key)) continue;
        seen.set(key, { world, from, by });
        next.push(key);
        const fault = world.fault ?? faultOf(world, bounds.bounded) ?? lostOf(before, world);
        if (fault !== null) return { states: seen.size, depth: depth + 1, fault, trace: traceTo(key, seen) };
      }
    }
    layer = next;
  }
}

function traceTo(key: string, seen: ReadonlyMap<string, Seen>): string[] {
  const here = seen.get(key);
  return here ? [...(here.from === null ? [] : traceTo(here.from, seen)), here.by] : [];
}

function faultOf({ records, book, wire }: World, bounded: boolean): string | null {
  for (const record of records) {
    const wish = wishOf(record);
    const isOwn = (id: string) => book[Number(id.slice(1))]?.wish === wish;
    const isUnderWay = wire.includes(wish) || book.some((one) => one.wish === wish);
    if (bounded && record.state === 'refused' && isUnderWay)
      return `${record.id}: "Nothing was withdrawn", and it is made or under way`;
    // A repeat may be given to another wish of the same minutes; it is one too many all the same.
    const isTrue = record.state === 'made' ? record.foundIds.every(isOwn) : record.foundIds.some(isOwn);
    if (['made', 'several'].includes(record.state) && !isTrue)
      return `${record.id}: "is on its way" by ${record.foundIds.join(', ')}, which is not its own`;
  }
  return null;
}

const lostOf = (before: World, after: World): string | null =>
  before.records.some(({ id }) => !after.records.some((one) => one.id === id)) ? 'a record is lost' : null;
