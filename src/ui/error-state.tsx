import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type ErrorStateProps = {
  /** What happened: "The cards could not be read." */
  title: ReactNode;
  /** What it means for the money and what to do; never a token or a stack. */
  detail?: ReactNode;
  onRetry?: (() => void) | undefined;
  retryLabel?: string | undefined;
  retrying?: boolean | undefined;
};

/** A part of the page that failed; the rest stays. Role alert. */
export function ErrorState({
  title,
  detail,
  onRetry,
  retryLabel = 'Try again',
  retrying = false,
}: ErrorStateProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-panel border border-danger-line bg-danger-soft px-4 py-4"
    >
      <div>
        <p className="font-semibold text-danger">{title}</p>
        {detail && <div className="max-w-prose text-ink">{detail}</div>}
      </div>
      {onRetry && (
        <Button size="small" busy={retrying} onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}
