import { formatUsdc, parseUsdc } from '#domain/money.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { OrderQuote } from './order-quote.ts';

type PricedQuote = Pick<OrderQuote, 'deviation' | 'offer'>;

interface PriceNoticeProps {
  quote: PricedQuote;
  /** What was typed to confirm a price far above the documented one. */
  typed: string;
  onTyped: (text: string) => void;
}

/** The quote's price beside the documented formula's, when they differ; far above it, Pay waits for the amount typed (product.md §4). */
export function PriceNotice({ quote: { deviation, offer }, typed, onTyped }: PriceNoticeProps) {
  if (!deviation || !offer) return null;
  const price = formatUsdc(offer.amountAtomic);
  const percent = `${Math.floor(deviation.perMille / 10)}.${deviation.perMille % 10}%`;
  const documented = `${formatUsdc(deviation.previewAtomic)} USDC`;
  if (deviation.kind === 'below')
    return (
      <Notice tone="positive" title={`Laso asks for only ${price} USDC: ${percent} less than usual.`}>
        Its published formula gives {documented}; at times it charges less. You pay the price shown here,
        never more.
      </Notice>
    );
  return (
    <>
      <Notice
        tone="caution"
        title={`Laso asks for ${price} USDC: ${percent} more than its published formula gives (${documented}).`}
      >
        You pay the price shown here, never more.
        {deviation.kind === 'far-above' && ' Ask Laso support if you did not expect this.'}
      </Notice>
      {deviation.kind === 'far-above' && (
        <TextField
          label={`Type ${price} to pay this price`}
          inputMode="decimal"
          autoComplete="off"
          suffix="USDC"
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
      )}
    </>
  );
}

/** Whether the price may be paid as far as this page is concerned: documented, close to it, or typed exactly. */
export const typedAsReviewed = ({ deviation, offer }: PricedQuote, typed: string): boolean =>
  deviation?.kind !== 'far-above' ||
  (offer !== null &&
    (typed.trim() === formatUsdc(offer.amountAtomic) || parseUsdc(withPoint(typed)) === offer.amountAtomic));

/** "259,50", as keypads of half of the world write it. */
const withPoint = (typed: string): string => typed.trim().replace(/,(\d{1,2})$/, '.$1');
