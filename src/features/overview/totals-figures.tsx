import type { ReactNode } from 'react';
import type { Card } from '#domain/card.ts';
import { feesOf } from '#domain/period-totals.ts';
import { linesCount, type CardTotals } from '#domain/spend.ts';
import { formatUsd } from '#domain/money.ts';
import { Money } from '#ui/money.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { count } from './totals-sentence.tsx';

interface TotalsFiguresProps {
  /** Null when no card could be read. */
  totals: CardTotals | null;
  cards: readonly Card[];
  /** Laso's lists leave cards out: sums are at least what they say. */
  isPartial: boolean;
  /** Null while it is being read; `balanceReason` says why it is missing when it cannot be. */
  balanceCents: number | null;
  balanceReason: string;
}

/** The definitions of product.md §2 in figures that line up. */
export function TotalsFigures({ totals, cards, isPartial, balanceCents, balanceReason }: TotalsFiguresProps) {
  const least = isPartial && totals !== null && <AtLeast />;
  return (
    <dl className={GRID}>
      <Figure term="Loaded onto cards" note={loadedNote(totals)}>
        {least}
        <Money cents={totals?.loadedCents ?? null} reason={NOT_READ} />
      </Figure>
      <Figure term="Left on cards" note={leftNote(totals)}>
        {least}
        <Money cents={totals?.leftCents ?? null} reason={NOT_READ} />
      </Figure>
      <Figure term="Spent" note={spentNote(totals)}>
        {least}
        <Money cents={totals?.spentCents ?? null} reason={NOT_READ} />
      </Figure>
      <Figure term="Not explained" note={unexplainedNote(totals, isPartial)}>
        <Money
          cents={totals?.unexplainedCents ?? null}
          reason={NOT_READ}
          tone={totals?.unexplainedCents === 0 ? 'muted' : 'plain'}
        />
      </Figure>
      <Figure term="Fees" note="Charged on top of the face value">
        {least}
        <Money cents={totals && feesOf(cards)} reason={NOT_READ} />
      </Figure>
      <Figure term="Account balance" note="Held by Laso for you; can be withdrawn">
        <Money cents={balanceCents} reason={balanceReason} />
      </Figure>
    </dl>
  );
}

const GRID = 'grid grid-cols-2 gap-x-8 gap-y-6 border-y border-hairline py-6 sm:grid-cols-3 lg:grid-cols-6';
const NOT_READ = 'The cards could not be read';

const loadedNote = (totals: CardTotals | null): string =>
  'Face value of issued cards that were not refunded' +
  (totals && totals.cardsWithoutAmount > 0
    ? `, without ${count(totals.cardsWithoutAmount, 'card')} whose amount Laso does not give`
    : '');

const spentNote = (totals: CardTotals | null): string =>
  'Purchases minus refunds' +
  (totals && totals.unreadLines > 0
    ? `, without ${linesCount(totals.unreadLines)} that could not be read`
    : '');

const leftNote = (totals: CardTotals | null): string =>
  totals && totals.cardsWithoutBalance > 0
    ? `Not counting ${count(totals.cardsWithoutBalance, 'card')} whose balance Laso does not give`
    : 'What these cards still hold';

/** The rule, and what is known to bend it: not everything that is left over is a riddle. */
function unexplainedNote(totals: CardTotals | null, isPartial: boolean): string {
  const rule = 'Loaded minus left minus spent';
  if (!totals) return rule;
  const { spentElsewhereCents: elsewhere, cardsWithoutBalance, unreadLines } = totals;
  const bends = [
    isPartial && 'of the cards that Laso lists',
    elsewhere > 0 && `lower by ${formatUsd(elsewhere)} spent with cards that were refunded later`,
    elsewhere < 0 && `higher by ${formatUsd(0 - elsewhere)} that came back to refunded cards`,
    cardsWithoutBalance > 0 &&
      `higher by what is left on ${count(cardsWithoutBalance, 'card')} whose balance Laso does not give`,
    unreadLines > 0 && `may be ${linesCount(unreadLines)} that could not be read`,
  ].filter((bend) => bend !== false);
  return [rule, ...bends].join('; ');
}

const AtLeast = () => <span className="block text-xs font-normal text-muted">at least</span>;

function Figure({ term, note, children }: { term: string; note: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="text-lg font-semibold">{children}</dd>
      <dd className="text-xs text-muted">{note}</dd>
    </div>
  );
}

export function TotalsFiguresSkeleton() {
  return (
    <div className={GRID}>
      {['loaded', 'left', 'spent', 'rest', 'fees', 'balance'].map((key) => (
        <div key={key} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-6 w-28" />
          <Skeleton className="h-3 w-32" />
        </div>
      ))}
    </div>
  );
}
