import { useState, type ReactNode } from 'react';
import type { Signal } from '#domain/signals/signal.ts';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { StatusMark } from '#ui/status-mark.tsx';

const DismissForm = lazyPart('The form', () =>
  import('./dismissed.tsx').then((module) => module.DismissForm),
);

interface SignalItemProps {
  signal: Signal;
  account: ReactNode;
  /** The one thing to do about it, as a link. */
  action?: ReactNode;
  evidence: ReactNode;
  onDismiss: (note: string) => void;
}

/** The sentence; why it is said and what it rests on, one click away; and the way to put it aside with a note. */
export function SignalItem({ signal, account, action, evidence, onDismiss }: SignalItemProps) {
  const [part, setPart] = useState<'evidence' | 'dismiss' | null>(null);
  const toggle = (wanted: typeof part) => setPart(part === wanted ? null : wanted);
  const attention = signal.level === 'attention';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-80 flex-col gap-0.5">
          <p>{signal.sentence}</p>
          <div className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
            <StatusMark tone={attention ? 'caution' : 'neutral'}>
              {attention ? 'Please look' : 'Worth knowing'}
            </StatusMark>
            {account}
          </div>
        </div>
        <div className="-ml-2 flex flex-wrap">
          {action}
          <Button
            size="small"
            variant="quiet"
            aria-expanded={part === 'evidence'}
            onClick={() => toggle('evidence')}
          >
            Evidence
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-expanded={part === 'dismiss'}
            onClick={() => toggle('dismiss')}
          >
            Dismiss
          </Button>
        </div>
      </div>
      {part === 'evidence' && (
        <div className="flex flex-col gap-2 border-l-2 border-hairline pl-4">{evidence}</div>
      )}
      {part === 'dismiss' && <DismissForm onDismiss={onDismiss} />}
    </div>
  );
}
