import { restoreSignal, type Dismissal } from '#storage/dismissals.ts';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { FoundSignal } from './find-signals.ts';

type DismissedSignal = FoundSignal & { dismissal: Dismissal };

/** The way to put a signal aside, with a note. Fetched by who asks for it, as all of this file. */
export function DismissForm({ onDismiss }: { onDismiss: (note: string) => void }) {
  return (
    <form
      className="flex flex-wrap items-end gap-3 border-l-2 border-hairline pl-4"
      onSubmit={(event) => {
        event.preventDefault();
        const note = new FormData(event.currentTarget).get('note');
        onDismiss(typeof note === 'string' ? note.trim() : '');
      }}
    >
      <div className="w-full max-w-100">
        <TextField
          name="note"
          label="Note for yourself"
          hint="Optional. Stays on this device."
          maxLength={200}
        />
      </div>
      <Button type="submit" size="small">
        Dismiss
      </Button>
    </form>
  );
}

/** What was put aside stays findable, with its note. */
export function Dismissed({ aside }: { aside: readonly DismissedSignal[] }) {
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted hover:text-ink">
        {`${aside.length} dismissed`}
      </summary>
      <ul aria-label="Dismissed signals" className="divide-y divide-hairline pt-2">
        {aside.map((one) => (
          <RowBoundary
            key={`${one.account} ${one.signal.id}`}
            version={one.signal}
            frame={(words) => <li>{words}</li>}
          >
            <PutAside {...one} />
          </RowBoundary>
        ))}
      </ul>
    </details>
  );
}

function PutAside({ account, signal, dismissal }: DismissedSignal) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-80 text-muted">
        {signal.sentence}
        {dismissal.note && <span className="text-ink">{` “${dismissal.note}”`}</span>}
        {', '}
        <RelativeTime ms={dismissal.atMs} />
      </span>
      <Button size="small" variant="quiet" onClick={() => restoreSignal(account, signal.parts)}>
        Show again
      </Button>
    </li>
  );
}
