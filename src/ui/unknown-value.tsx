import { VisuallyHidden } from './visually-hidden.tsx';

/** "—" for what is not known, with the reason on hover and for screen readers. Never a zero. */
export function UnknownValue({ reason }: { reason: string }) {
  return (
    <span title={reason} className="text-muted">
      <span aria-hidden="true">—</span>
      <VisuallyHidden>{reason}</VisuallyHidden>
    </span>
  );
}
