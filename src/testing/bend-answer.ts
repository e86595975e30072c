import * as fc from 'fast-check';
import { seededRandom } from '#sandbox/scenarios/random.ts';

/** For tests: what servers do to fields they once documented otherwise (lessons.md R21). */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    '',
    '12.50',
    '1706400000',
    1_706_400_000,
    1_706_400_000_000,
    '2025-01-15',
    '2025-01-15T10:00:00+02:00',
    '1/15/2025',
    '0000-01-01',
    '9999-12-31T23:59:59Z',
    '9999-12-31',
    '0001-01-01',
    '12/31/9999',
    253_402_300_799,
    -1,
    1e300,
    8_640_000_000_000_001,
    '-0.001',
    'pending_review',
    'Reloadable',
  ),
);

const ACTS = ['replace', 'remove', 'null', 'as-text', 'wrap', 'other-time', 'twice', 'reverse'] as const;
/** Most fields stay as they are: what is left must still be read. */
const KEPT = 0.9;

interface Bending {
  /** Of the choices that are made at each field. */
  seed: number;
  values: readonly unknown[];
}

export const bendings = fc.record({
  seed: fc.integer(),
  values: fc.array(strange, { minLength: 4, maxLength: 4 }),
});

/** The same answer with some of its fields, at any depth, bent. */
export function bent(answer: unknown, { seed, values }: Bending): unknown {
  const random = seededRandom(seed);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  const visit = (value: unknown): unknown => {
    const act = random() < KEPT ? 'keep' : oneOf(ACTS);
    if (act === 'replace') return oneOf(values);
    if (act === 'null') return null;
    if (act === 'wrap') return [value];
    if (act === 'as-text' && typeof value === 'number') return String(value);
    if (act === 'other-time' && typeof value === 'number' && value > 1e11) return otherTime(value, random());
    if (Array.isArray(value)) {
      const items = value.map(visit);
      if (act === 'twice') return [...items, ...items];
      return act === 'reverse' ? items.toReversed() : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(() => act !== 'remove' || random() < 0.7);
    return Object.fromEntries(kept.map(([name, field]) => [name, visit(field)]));
  };
  return visit(answer);
}

/** Milliseconds as seconds, as ISO 8601, or as Firebase writes a time stamp. */
function otherTime(ms: number, choice: number): unknown {
  if (choice < 0.3) return new Date(ms).toISOString();
  return choice < 0.7 ? ms / 1_000 : { _seconds: ms / 1_000, _nanoseconds: 0 };
}
