import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

type MaskedValueProps = {
  /** What it is: "Card number". Said to screen readers before the value. */
  label: string;
  /** What is shown while hidden: "•••• •••• •••• 4242". */
  masked: string;
  /** What a screen reader hears while hidden: "hidden, ends in 4242". */
  maskedSpoken: string;
  /** The secret while it is revealed, else null. It exists in the page only while it is not null. */
  value: string | null;
  className?: string | undefined;
};

const DOTS = /(•+)/;

// A split by a group puts what it matched at the odd places.
const drawDots = (part: string, index: number) =>
  index % 2 === 0 ? (
    part
  ) : (
    <span key={index} className="mask">
      {part}
    </span>
  );

/** A secret or its mask, in the same geometry; only what is passed in `value` ever reaches the page. */
export function MaskedValue({ label, masked, maskedSpoken, value, className }: MaskedValueProps) {
  return (
    <span className={classNames('secret tabular-nums whitespace-nowrap', className)}>
      <VisuallyHidden>{`${label}: `}</VisuallyHidden>
      {value === null ? (
        <>
          <span aria-hidden="true">{masked.split(DOTS).map(drawDots)}</span>
          <VisuallyHidden>{maskedSpoken}</VisuallyHidden>
        </>
      ) : (
        <span translate="no">{value}</span>
      )}
    </span>
  );
}
