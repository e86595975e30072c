/** Which of the table's drawn lines shows which row: its slot, by the row's key. */
export type RowSlots = ReadonlyMap<string, number>;

/**
 * A row that stays keeps its slot, so also its place in the document and the keyboard focus. A new row takes
 * the slot of one that is gone, so its line is updated instead of created. Returns the same map when the same
 * rows are drawn.
 */
export function slotsFor(keys: readonly string[], before: RowSlots): RowSlots {
  if (keys.length === before.size && keys.every((key) => before.has(key))) return before;
  const drawn = new Set(keys);
  const free = [...before].flatMap(([key, slot]) => (drawn.has(key) ? [] : [slot]));
  let unused = Math.max(-1, ...before.values()) + 1;
  return new Map(keys.map((key) => [key, before.get(key) ?? free.shift() ?? unused++]));
}
