import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useMedia } from './use-media.ts';
import { useRem } from './use-rem.ts';

/**
 * Up to here every row is drawn: the browser's own search finds them all, and screen readers read on without
 * a pause.
 */
const ALL_DRAWN = 60;
/** Rows beyond the edges of the window, for the keyboard to walk into. */
const OVERSCAN = 4;

/**
 * In rem, so that rows grow with the reader's letters: two lines on a phone, one else, higher under a finger.
 */
const ROW_REM = { narrow: 3.75, touch: 3.25, desk: 2.5 } as const;
const NARROW = '(width < 48rem)';
const TOUCH = '(pointer: coarse)';

interface RowWindow {
  /**
   * Put on the element whose children are the rows; each row says its place by `aria-rowindex`, counted from
   * `firstRowIndex`.
   */
  list: RefObject<HTMLTableSectionElement | null>;
  rowHeight: number;
  /** Rows have two lines: the window is as narrow as a phone's. */
  narrow: boolean;
  totalHeight: number;
  /** Which rows to draw, and how far from the list's top, px. */
  drawn: readonly { index: number; top: number }[];
}

/**
 * Which of `count` rows of equal height the browser's window shows. The page scrolls, not a box within it.
 * The row that has the keyboard focus stays drawn, however far it is scrolled away.
 */
export function useRowWindow(count: number, firstRowIndex: number): RowWindow {
  const list = useRef<HTMLTableSectionElement | null>(null);
  const narrow = useMedia(NARROW);
  const touch = useMedia(TOUCH);
  const rowHeight = ROW_REM[narrow ? 'narrow' : touch ? 'touch' : 'desk'] * useRem();
  const [scrollMargin, setScrollMargin] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const rangeExtractor = useCallback((range: Range) => rowsToDraw(range, focused), [focused]);
  // oxlint-disable-next-line react/incompatible-library -- matters to the React compiler only, unused here
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin,
    rangeExtractor,
    useFlushSync: false,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    // Notices above come and go, and each time the page's height changes.
    const measure = () => setScrollMargin(Math.round(element.getBoundingClientRect().top + scrollY));
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(measure) : null;
    const onFocus = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
      setFocused(row ? Number(row.getAttribute('aria-rowindex')) - firstRowIndex : null);
    };
    const onBlur = () => setFocused(null);
    measure();
    observer?.observe(document.body);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onBlur);
    return () => {
      observer?.disconnect();
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onBlur);
    };
  }, [firstRowIndex]);

  return {
    list,
    rowHeight,
    narrow,
    totalHeight: virtualizer.getTotalSize(),
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - scrollMargin })),
  };
}

function rowsToDraw(range: Range, focused: number | null): number[] {
  if (range.count <= ALL_DRAWN) return Array.from({ length: range.count }, (_, index) => index);
  const rows = defaultRangeExtractor(range);
  return focused === null || focused >= range.count || rows.includes(focused)
    ? rows
    : [...rows, focused].toSorted((a, b) => a - b);
}
