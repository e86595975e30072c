/** Which of the table's drawn lines shows which row: its slot, by the row's key. */
export type RowSlots = ReadonlyMap<string, number>;

/**
 * A row that stays keeps its slot, and with it its place in the document and the keyboard's; one that comes takes the slot of one that went, so that
 * its line is written anew instead of made anew. The same map when the same rows are drawn.
 */
export function slotsFor(keys: readonly string[], before: RowSlots): RowSlots {
  if (keys.length === before.size && keys.every((key) => before.has(key))) return before;
  const drawn = new Set(keys);
  const free = [...before].flatMap(([key, slot]) => (drawn.has(key) ? [] : [slot]));
  let unused = Math.max(-1, ...before.values()) + 1;
  return new Map(keys.map((key) => [key, before.get(key) ?? free.shift() ?? unused++]));
}
