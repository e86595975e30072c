import { classNames } from './class-names.ts';

/**
 * What is left of what was loaded, as a thin bar. The numbers stand beside it as text, so screen readers skip
 * the bar.
 */
export function BalanceBar({
  leftCents,
  loadedCents,
  className,
}: {
  leftCents: number;
  loadedCents: number;
  className?: string | undefined;
}) {
  const part = loadedCents > 0 ? Math.max(0, Math.min(1, leftCents / loadedCents)) : 0;
  return (
    <span
      aria-hidden="true"
      className={classNames('block h-0.75 overflow-hidden rounded-full bg-current/20', className)}
    >
      <span className="block h-full rounded-full bg-current" style={{ width: `${part * 100}%` }} />
    </span>
  );
}
