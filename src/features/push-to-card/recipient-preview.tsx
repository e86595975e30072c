import { centsToUsdcAtomic, formatUsdc } from '#domain/money.ts';
import { faceWithinCents, priceOnTopAtomic, type PushCurrency } from '#laso/get-push-to-card.ts';
import { Money } from '#ui/money.tsx';

interface RecipientPreviewProps {
  /** Null while no amount is typed that could be sent. */
  cents: number | null;
  currency: PushCurrency | undefined;
}

/** What the documents say the recipient will get; the quote decides. */
export function RecipientPreview({ cents, currency }: RecipientPreviewProps) {
  const gets = cents !== null && currency === undefined ? faceWithinCents(cents) : cents;
  return (
    <dl className="flex flex-col gap-1 border-l-2 border-accent pl-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <dt className="text-muted">Recipient gets</dt>
        <dd className="text-lg font-semibold">
          <Money cents={gets} currency={currency} reason="Enter an amount first" />
        </dd>
      </div>
      <div>
        <dt className="sr-only">Fee</dt>
        <dd className="text-sm text-muted">
          {cents === null ? ABOUT[currency === undefined ? 'within' : 'on-top'] : feeWords(cents, currency)}
        </dd>
      </div>
    </dl>
  );
}

const ABOUT = {
  within: 'Laso’s fee, 4.8% of what arrives, is included in what you pay.',
  'on-top': 'Laso’s fee, 4.8% and at least 1.50, comes on top.',
};
const DECIDES = 'Based on Laso’s documents; you see the exact price before you pay.';

function feeWords(cents: number, currency: PushCurrency | undefined): string {
  if (currency === undefined) {
    const fee = centsToUsdcAtomic(cents - faceWithinCents(cents));
    return `You pay ${formatUsdc(centsToUsdcAtomic(cents))} USDC; the 4.8% fee included in it is ${formatUsdc(fee)}. ${DECIDES}`;
  }
  if (currency === 'USD')
    return `You pay ${formatUsdc(priceOnTopAtomic(cents))} USDC, including the 4.8% fee (at least 1.50). ${DECIDES}`;
  return `You pay in USDC at Laso’s rate, plus the 4.8% fee (at least 1.50 ${currency}). You see the exact price before you pay.`;
}
