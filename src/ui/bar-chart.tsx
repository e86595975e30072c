import { useState, type PointerEvent } from 'react';
import { formatUsd } from '#domain/money.ts';
import { classNames } from './class-names.ts';
import { Money } from './money.tsx';

interface Bar {
  key: string;
  /** "Mar 3, 2026", or a range of days. */
  name: string;
  /** Integer cents; below zero when more came back than went out. */
  cents: number;
}

/**
 * Money over time as bars. Pointer and arrow keys read out single bars, as a slider does; the caller shows
 * the same numbers as a table. An SVG of our own: a chart library would weigh more than the page it is on.
 */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const [active, setActive] = useState<number | null>(null);
  const top = Math.max(1, ...bars.map(({ cents }) => cents));
  const bottom = Math.min(0, ...bars.map(({ cents }) => cents));
  const height = top - bottom;
  const highest = bars.findIndex(({ cents }) => cents === top);
  const read = bars[active ?? highest] ?? bars.at(-1);
  const last = bars.length - 1;

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * bars.length);
    setActive(Math.min(last, Math.max(0, at)));
  };

  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="text-muted">{active === null ? 'Highest' : 'Spent'}</span>
        {read && (
          <span>
            <span className="text-muted">{`${read.name}: `}</span>
            <Money cents={read.cents} className="font-medium" />
          </span>
        )}
      </figcaption>
      <div className="chart" onPointerMove={onPointerMove} onPointerLeave={() => setActive(null)}>
        <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map(({ key, cents }, at) => {
            const size = (Math.abs(cents) / height) * 100;
            const zero = (top / height) * 100;
            return (
              <rect
                key={key}
                x={at + 0.12}
                width={0.76}
                y={cents >= 0 ? zero - size : zero}
                height={cents === 0 ? 0 : Math.max(1, size)}
                className={classNames('chart-bar', cents < 0 && 'returned', at === active && 'read')}
              />
            );
          })}
        </svg>
        <input
          type="range"
          aria-label={label}
          min={0}
          max={Math.max(0, last)}
          value={active ?? last}
          aria-valuetext={barText(bars[active ?? last])}
          onChange={(event) => setActive(Number(event.target.value))}
          onFocus={() => setActive(last)}
          onBlur={() => setActive(null)}
        />
      </div>
      <div className="flex justify-between gap-4 border-t border-hairline pt-1 text-xs text-muted">
        <span>{bars[0]?.name}</span>
        <span>{bars.length > 1 ? bars.at(-1)?.name : ''}</span>
      </div>
    </figure>
  );
}

const barText = (bar: Bar | undefined): string => (bar ? `${bar.name}: ${formatUsd(bar.cents)}` : '');
