import type { ReactNode } from 'react';
import { BalanceBar } from './balance-bar.tsx';
import { CardPattern, type CardProduct } from './card-pattern.tsx';
import { classNames } from './class-names.ts';
import { Money } from './money.tsx';

type CardObjectProps = {
  product: CardProduct;
  /** A `StatusMark` or a word. */
  status: ReactNode;
  /** What the owner calls it; default the product's name. */
  name?: string | undefined;
  /** The number's slot: a `MaskedValue`, or a sentence while there is none. */
  number: ReactNode;
  expiry?: ReactNode;
  cvv?: ReactNode;
  /** A `CountdownRing` while something is revealed. */
  countdown?: ReactNode;
  loadedCents: number | null;
  leftCents: number | null;
  /** Why the balance is not known. */
  leftReason?: string | undefined;
  className?: string | undefined;
};

const names: Record<CardProduct, string> = { us: 'U.S. card', intl: 'International card' };

/**
 * The card as an object, in the proportions of the real one (ID-1, 85.6 × 54 mm). Takes the width it is
 * given, up to 400 px.
 */
export function CardObject(props: CardObjectProps) {
  const {
    product,
    status,
    name,
    number,
    expiry,
    cvv,
    countdown,
    loadedCents,
    leftCents,
    leftReason = 'Not known yet',
    className,
  } = props;
  return (
    <div className={classNames('card-object', product === 'us' ? 'card-us' : 'card-intl', className)}>
      <CardPattern product={product} />
      <div className="card-face">
        <div className="flex items-start justify-between gap-3">
          <span className="truncate font-semibold">{name ?? names[product]}</span>
          <span className="text-sm">{status}</span>
        </div>
        <div className="flex items-center justify-between gap-3">
          <span className="card-number">{number}</span>
          {countdown}
        </div>
        <div className="flex flex-col gap-2.5">
          <div className="flex items-end justify-between gap-4">
            <div className="flex gap-6">
              {expiry && <Slot label="Expires">{expiry}</Slot>}
              {cvv && <Slot label="CVV">{cvv}</Slot>}
            </div>
            <span className="text-right text-sm">
              {leftCents === null && 'Balance '}
              <Money cents={leftCents} reason={leftReason} className="text-md font-semibold" />
              {loadedCents !== null && (
                <>
                  {leftCents === null ? ' of ' : ' left of '}
                  <Money cents={loadedCents} tone="muted" />
                </>
              )}
            </span>
          </div>
          <BalanceBar leftCents={leftCents ?? 0} loadedCents={loadedCents ?? 0} />
        </div>
      </div>
    </div>
  );
}

/**
 * The printed word over a value. The value brings its own name (`MaskedValue`), so this one is for the eye
 * only.
 */
function Slot({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div aria-hidden="true" className="text-xs text-muted">
        {label}
      </div>
      <div className="font-medium">{children}</div>
    </div>
  );
}
