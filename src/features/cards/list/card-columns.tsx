import { paths } from '#config/paths.ts';
import { Link } from '#ui/link.tsx';
import { statusWord, type Card } from '#domain/card.ts';
import { linesCount } from '#domain/spend.ts';
import { AccountName } from '#session/account-name.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import type { VirtualColumn } from '#ui/virtual-table.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { CardRow } from './card-rows.ts';
import { CardStatusMark } from '../card-status.tsx';
import { cardName, noBalanceReason } from '../card-words.ts';

/** Less and less of it as the table gets narrower: on a phone two lines with what matters most. */
export function cardColumns(withAccounts: boolean): VirtualColumn<CardRow>[] {
  const account: VirtualColumn<CardRow> = {
    key: 'account',
    // "Account" is what the switcher's button is called, and a heading is a button too.
    header: 'Agent',
    width: 'w-36 shrink-0 @max-[56rem]:hidden',
    cell: ({ card }) => <AccountName account={card.accountId} quiet />,
  };
  return [
    {
      key: 'card',
      header: 'Card',
      width: 'w-32 shrink-0 @max-[44rem]:flex-1',
      cell: ({ card }) => <CardLink card={card} />,
      under: (row) => <UnderName row={row} withAccount={withAccounts} />,
    },
    ...(withAccounts ? [account] : []),
    {
      key: 'type',
      header: 'Type',
      width: 'w-36 shrink-0 @max-[68rem]:hidden',
      cell: ({ typeName }) => <Quiet>{typeName}</Quiet>,
    },
    {
      key: 'label',
      header: 'Label',
      width: 'flex-1 @max-[44rem]:hidden',
      cell: ({ label, card }) => (
        <span className="block truncate">
          {label} <span className="text-sm text-caution">{unreadMark(card)}</span>
        </span>
      ),
    },
    {
      key: 'ordered',
      header: 'Ordered',
      width: 'w-24 shrink-0 @max-[50rem]:hidden',
      cell: ({ card }) => (
        <span className="text-muted">{card.orderedAtMs && <RelativeTime ms={card.orderedAtMs} />}</span>
      ),
    },
    {
      key: 'status',
      header: 'Status',
      width: 'w-40 shrink-0 max-md:hidden',
      cell: ({ card }) => <CardStatusMark card={card} />,
    },
    {
      key: 'spent',
      header: 'Spent',
      numeric: true,
      width: 'w-28 shrink-0 @max-[36rem]:hidden',
      cell: ({ spentCents }) => <Money cents={spentCents} tone={spentCents === 0 ? 'muted' : 'plain'} />,
    },
    {
      key: 'left',
      header: 'Left',
      numeric: true,
      width: 'w-28 shrink-0 max-md:pr-0',
      cell: ({ card }) => (
        <Money
          cents={card.availableCents}
          reason={noBalanceReason(card)}
          className={card.availableCents ? 'font-medium' : undefined}
        />
      ),
      under: ({ card }) =>
        card.usdAmountCents !== null && (
          <>
            of <Money cents={card.usdAmountCents} tone="muted" />
          </>
        ),
    },
    {
      key: 'loaded',
      header: 'Loaded',
      numeric: true,
      width: 'w-28 shrink-0 max-md:hidden',
      cell: ({ card }) => <Money cents={card.usdAmountCents} reason="Laso does not give the amount" />,
    },
  ];
}

/** The status word belongs to the name: whoever jumps from link to link hears it. */
function CardLink({ card }: { card: Card }) {
  return (
    <Link
      to={paths.card(card.id)}
      title={card.last4 ? undefined : card.id}
      className={
        card.last4
          ? 'block truncate font-medium no-underline tabular-nums'
          : 'block truncate font-mono text-mono no-underline'
      }
    >
      {cardName(card)}
      <VisuallyHidden>{`, ${statusWord(card)}`}</VisuallyHidden>
    </Link>
  );
}

function UnderName({ row, withAccount }: { row: CardRow; withAccount: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="shrink-0" aria-hidden="true">
        <CardStatusMark card={row.card} />
      </span>
      <span className="truncate">
        {[unreadMark(row.card), row.label || row.typeName, withAccount && row.accountName]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

/** Said where what was spent is said: it lacks them. */
const unreadMark = ({ unreadLines }: Card): string | null =>
  unreadLines.length > 0 ? `${linesCount(unreadLines.length)} unread` : null;

const Quiet = ({ children }: { children: string }) => (
  <span className="block truncate text-muted">{children}</span>
);
