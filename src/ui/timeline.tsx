import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { RelativeTime } from './relative-time.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export type StepState = 'done' | 'current' | 'todo' | 'failed';

export type TimelineStep = {
  key: string;
  label: ReactNode;
  state: StepState;
  detail?: ReactNode;
  /** When it happened, ms. */
  at?: number | null | undefined;
  /** In place of `at`, where it is known otherwise, such as by its day. */
  time?: ReactNode;
};

const spoken: Record<StepState, string> = {
  done: 'Done',
  current: 'In progress',
  todo: 'Not yet',
  failed: 'Failed',
};

/** Steps in order, with their state in shape and word, and their times. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="group flex gap-3"
        >
          <span aria-hidden="true" className="flex w-4 flex-col items-center gap-1">
            <span className="grid h-(--line-body) shrink-0 place-items-center">
              <Mark state={step.state} />
            </span>
            <span
              className={classNames(
                'mb-1 w-px flex-1 group-last:hidden',
                step.state === 'done' ? 'bg-positive' : 'bg-hairline',
              )}
            />
          </span>
          <div className="flex min-w-0 flex-1 flex-col pb-6 group-last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span
                className={classNames(
                  step.state === 'current' && 'font-semibold',
                  step.state === 'todo' && 'text-muted',
                  step.state === 'failed' && 'font-semibold text-danger',
                )}
              >
                {step.label}
                <VisuallyHidden>{` (${spoken[step.state]})`}</VisuallyHidden>
              </span>
              {(step.time ?? step.at) && (
                <span className="text-sm text-muted">
                  {step.time ?? (step.at && <RelativeTime ms={step.at} />)}
                </span>
              )}
            </div>
            {step.detail && <div className="max-w-prose text-sm text-muted">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: { state: StepState }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 fill-none"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {state === 'todo' && <circle cx="8" cy="8" r="4" className="stroke-control" strokeWidth="1.5" />}
      {state === 'current' && (
        <>
          <circle cx="8" cy="8" r="6.5" className="breathe stroke-accent" strokeWidth="1.5" />
          <circle cx="8" cy="8" r="3.5" className="fill-accent" />
        </>
      )}
      {state === 'done' && <path d="m3 8.5 3.5 3.5L13 5" className="stroke-positive" />}
      {state === 'failed' && <path d="m4 4 8 8m0-8-8 8" className="stroke-danger" />}
    </svg>
  );
}
