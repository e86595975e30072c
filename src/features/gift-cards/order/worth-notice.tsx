import { useConfig } from '#config/config-context.ts';
import { formatAmount, type CurrencyAmount } from '#domain/currency-amount.ts';
import { Notice } from '#ui/notice.tsx';

interface WorthNoticeProps {
  amount: CurrencyAmount | null;
  /** What was ordered, in words, where Laso answered with another amount. */
  ordered: string | null | undefined;
}

/** Laso sold another amount than was ordered. Nothing when it did not. */
export function WorthNotice({ amount, ordered }: WorthNoticeProps) {
  const { supportEmail } = useConfig();
  if (!ordered || !amount) return null;
  return (
    <Notice tone="caution" title={`Laso’s answer names ${formatAmount(amount)}, and you ordered ${ordered}.`}>
      Check at the shop what the card is worth. If it is less than you ordered, write to {supportEmail}.
    </Notice>
  );
}
