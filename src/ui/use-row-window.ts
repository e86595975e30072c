import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';

/** Up to here every row is drawn: the browser's own search finds them all, and screen readers read on without a pause. */
const ALL_DRAWN = 60;
/** Rows beyond the edges of the window, for the keyboard to walk into. */
const OVERSCAN = 8;

/** In rem, so that rows grow with the reader's letters: two lines on a phone, one else, higher under a finger. */
const ROW_REM = { narrow: 3.75, touch: 3.25, desk: 2.5 } as const;
const NARROW = '(width < 48rem)';
const TOUCH = '(pointer: coarse)';

export interface RowWindow {
  list: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  totalHeight: number;
  /** Which rows to draw, and where from the list's top, px. */
  drawn: readonly { index: number; top: number }[];
  /** The row that holds the keyboard's place stays drawn, however far it is scrolled away. */
  keepDrawn: (index: number | null) => void;
}

/** Which of `count` rows of one height the browser's window shows. The page scrolls, not a box within it. */
export function useRowWindow(count: number): RowWindow {
  const list = useRef<HTMLDivElement | null>(null);
  const rowHeight = useRowHeight();
  const [scrollMargin, setScrollMargin] = useState(0);
  const [kept, keepDrawn] = useState<number | null>(null);
  const rangeExtractor = useCallback((range: Range) => rowsToDraw(range, kept), [kept]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin,
    rangeExtractor,
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  // Notices above come and go: where the list begins is looked at after each drawing.
  useLayoutEffect(() => {
    const top = list.current ? Math.round(list.current.getBoundingClientRect().top + scrollY) : 0;
    if (top !== scrollMargin) setScrollMargin(top);
  });
  return {
    list,
    rowHeight,
    totalHeight: virtualizer.getTotalSize(),
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - scrollMargin })),
    keepDrawn,
  };
}

function rowsToDraw(range: Range, kept: number | null): number[] {
  if (range.count <= ALL_DRAWN) return Array.from({ length: range.count }, (_, index) => index);
  const rows = defaultRangeExtractor(range);
  return kept === null || kept >= range.count || rows.includes(kept)
    ? rows
    : [...rows, kept].toSorted((a, b) => a - b);
}

function useRowHeight(): number {
  return useSyncExternalStore(followMedia, () => {
    const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16;
    const kind = matches(NARROW) ? 'narrow' : matches(TOUCH) ? 'touch' : 'desk';
    return ROW_REM[kind] * rem;
  });
}

// jsdom has no media queries.
const queries = () =>
  'matchMedia' in globalThis ? [NARROW, TOUCH].map((query) => globalThis.matchMedia(query)) : [];
const matches = (query: string): boolean => 'matchMedia' in globalThis && matchMedia(query).matches;

function followMedia(changed: () => void): () => void {
  const followed = queries();
  for (const query of followed) query.addEventListener('change', changed);
  return () => {
    for (const query of followed) query.removeEventListener('change', changed);
  };
}
