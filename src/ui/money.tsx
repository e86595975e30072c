import { formatCentsPlain } from '#domain/money.ts';
import { classNames } from './class-names.ts';
import { UnknownValue } from './unknown-value.tsx';

type MoneyTone = 'plain' | 'positive' | 'danger' | 'muted';

type MoneyProps = {
  /** Integer cents; null = not known. */
  cents: number | null;
  /** Why it is not known: said instead of the amount. */
  reason?: string | undefined;
  /** ISO code. Dollars are written "$12.50", everything else "12.50 EUR". */
  currency?: string | undefined;
  tone?: MoneyTone | undefined;
  /** Writes "+" before what came in; for lists of movements. */
  signed?: boolean | undefined;
  className?: string | undefined;
};

const tones: Record<MoneyTone, string> = {
  plain: 'text-ink',
  positive: 'text-positive',
  danger: 'text-danger',
  muted: 'text-muted',
};

/**
 * The one component that draws an amount of money: tabular figures, U+2212 as minus sign, cents slightly
 * quieter. Its text content is the whole amount.
 */
export function Money({
  cents,
  reason = 'Not known',
  currency = 'USD',
  tone = 'plain',
  signed = false,
  className,
}: MoneyProps) {
  // Beyond 2^53 sums are not exact, and damaged records hold fractions.
  if (cents === null || !Number.isSafeInteger(cents)) return <UnknownValue reason={reason} />;
  const [whole, fraction] = formatCentsPlain(cents).split('.');
  const sign = cents < 0 ? '\u2212' : signed && cents > 0 ? '+' : '';
  return (
    <span translate="no" className={classNames('whitespace-nowrap tabular-nums', tones[tone], className)}>
      {`${sign}${currency === 'USD' ? '$' : ''}${whole}`}
      <span className={tone === 'plain' ? 'text-ink-quiet' : undefined}>{`.${fraction}`}</span>
      {currency !== 'USD' && <span className="unit">{` ${currency}`}</span>}
    </span>
  );
}
