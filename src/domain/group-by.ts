/**
 * The items under each key; keys and items keep their order, and a key is the same as a Map's. `Map.groupBy`
 * does the same, in Safari from 17.4 and Chrome from 117 on.
 */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
