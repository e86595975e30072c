import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { LoadingRegion } from '#ui/skeleton.tsx';
import { GAP, gridColumns } from './grid-columns.ts';
import { ProductTile, ProductTileSkeleton } from './product-tile.tsx';

interface ProductGridProps {
  products: readonly GiftCardProduct[];
  /** What the catalog is filtered by, or empty: the page of a product begins with it. */
  country: string;
}

/** The catalogue as a grid of which only what is near the window exists: tens of thousands cost no more than a screenful. */
export function ProductGrid({ products, country }: ProductGridProps) {
  const frame = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const list = frame.current;
    if (!list) return undefined;
    const measure = () => {
      const top = Math.round(list.getBoundingClientRect().top + window.scrollY);
      const width = list.clientWidth;
      setPlace((before) => (before.width === width && before.top === top ? before : { width, top }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => observer.disconnect();
  }, []);

  const { columns, rowHeight } = gridColumns(place.width);
  // oxlint-disable-next-line react/incompatible-library -- a warning of the React Compiler, which is not used here
  const rows = useWindowVirtualizer({
    count: Math.ceil(products.length / columns),
    estimateSize: () => rowHeight,
    scrollMargin: place.top,
    overscan: 1,
    enabled: place.width > 0,
  });
  // Rows are as tall as the width makes them.
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);

  return (
    <ul
      ref={frame}
      aria-label="Gift cards"
      className="relative"
      style={{ height: Math.max(0, rows.getTotalSize() - GAP) }}
    >
      {rows.getVirtualItems().flatMap(({ index, start }) =>
        products.slice(index * columns, (index + 1) * columns).map((product, column) => (
          <li
            key={product.id}
            aria-posinset={index * columns + column + 1}
            aria-setsize={products.length}
            className="absolute top-0 left-0"
            style={{
              width: `calc((100% - ${(columns - 1) * GAP}px) / ${columns})`,
              transform: `translate(calc(${column} * (100% + ${GAP}px)), ${start - place.top}px)`,
            }}
          >
            <RowBoundary version={product} what="This gift card">
              {() => <ProductTile product={product} country={country} />}
            </RowBoundary>
          </li>
        )),
      )}
    </ul>
  );
}

export function ProductGridSkeleton() {
  return (
    <LoadingRegion
      label="Loading the catalog."
      className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5"
    >
      {Array.from({ length: 10 }, (_, at) => (
        <ProductTileSkeleton key={at} />
      ))}
    </LoadingRegion>
  );
}
