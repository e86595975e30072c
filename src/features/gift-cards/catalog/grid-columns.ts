/** Between tiles, px. */
export const GAP = 20;
/** A tile is at least so wide, px: two beside each other on a phone. */
const LEAST = 152;
const COMFORTABLE = 208;
/** Name and amounts under the picture, with their gaps, px. */
const TEXT = 60;

/** How many tiles stand beside each other in so many px, and how tall a row is with its gap. */
export function gridColumns(width: number): { columns: number; rowHeight: number } {
  const wanted = width < 600 ? LEAST : COMFORTABLE;
  const columns = Math.max(1, Math.floor((width + GAP) / (wanted + GAP)));
  const tile = (width - (columns - 1) * GAP) / columns;
  return { columns, rowHeight: Math.round(tile * 0.625) + TEXT + GAP };
}
