import { seededRandom } from '#sandbox/scenarios/random.ts';

/**
 * For tests: the same answer in other words. Numbers as text, times as ISO 8601, yes and no in three ways,
 * fields and rows in another order, undocumented fields, entries that come twice: none of it changes what is
 * said.
 */
export function reworded(cards: readonly unknown[], seed: number): unknown {
  const random = seededRandom(seed);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);

  const visit = (value: unknown): unknown => {
    const choice = random();
    if (typeof value === 'number') {
      if (value > 1e11 && choice < 0.4) return new Date(value).toISOString();
      return choice < 0.7 ? String(value) : value;
    }
    if (typeof value === 'boolean')
      return choice < 0.3 ? String(value) : choice < 0.6 ? Number(value) : value;
    if (Array.isArray(value)) return shuffled(value).map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, field]) => [name, visit(field)] as const);
    return Object.fromEntries(shuffled([...fields, ['introduced_later', { since: 2027 }] as const]));
  };
  const entries = shuffled([...cards, ...cards.filter(() => random() < 0.3)]).map(visit);
  return random() < 0.3 ? { cards: entries } : { cards: entries, count: entries.length };
}
