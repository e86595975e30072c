import type { Card } from '#domain/card.ts';
import { feeOfCard, perMilleText, type CardFee } from '#domain/fee-truth.ts';
import { linesCount, spentOnCard } from '#domain/spend.ts';
import { Address } from '#ui/address.tsx';
import { DefinitionList, type Definition } from '#ui/definition-list.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { BillingAddressFact } from './billing-address-fact.tsx';
import { cardTypeName, noBalanceReason } from '../card-words.ts';

const USE: Record<Card['type'], string | null> = {
  us: 'For U.S. merchants, in U.S. dollars, with a U.S. shipping address. Use it for several purchases until it is empty; it cannot be topped up.',
  intl: 'For any merchant. Use it for several purchases until it is empty; it cannot be topped up.',
  other: null,
};

/** Everything Laso tells about a card that is no secret. */
export function CardFacts({ card }: { card: Card }) {
  const address = card.billingAddress;
  const fee = feeOfCard(card);
  const items: (Definition | false | null)[] = [
    {
      key: 'available',
      term: 'Available balance',
      detail: <AvailableBalance card={card} />,
    },
    {
      key: 'loaded',
      term: 'Loaded (face value)',
      detail: <Money cents={card.usdAmountCents} reason="Laso does not give the amount" />,
    },
    { key: 'spent', term: 'Spent', detail: <Spent card={card} /> },
    card.chargedCents !== null && {
      key: 'charged',
      term: 'Total charged',
      detail: <Money cents={card.chargedCents} />,
    },
    fee && { key: 'fee', term: 'Fee', detail: <FeeFact fee={fee} /> },
    card.feesCents !== null &&
      card.feesCents !== fee?.feeCents && {
        key: 'fees-told',
        term: 'Fees as Laso reports them',
        detail: <Money cents={card.feesCents} />,
      },
    { key: 'type', term: 'Type', detail: cardTypeName(card) },
    card.state !== null && { key: 'state', term: 'Status at Laso', detail: card.state },
    card.orderedAtMs !== null && {
      key: 'ordered',
      term: 'Ordered',
      detail: <RelativeTime ms={card.orderedAtMs} />,
    },
    { key: 'id', term: 'Card id', detail: <Address value={card.id} full copyLabel="Copy card id" /> },
    card.queuedOrderCardId !== null && {
      key: 'queued',
      term: 'Ordered under',
      detail: <Address value={card.queuedOrderCardId} full copyLabel="Copy order id" />,
    },
    address && {
      key: 'address',
      term: 'Billing address',
      detail: <BillingAddressFact address={address} />,
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <DefinitionList items={items.filter((item) => item !== null && item !== false)} />
      {USE[card.type] && <p className="max-w-prose text-sm text-muted">{USE[card.type]}</p>}
    </div>
  );
}

function Spent({ card }: { card: Card }) {
  const unread = card.unreadLines.length;
  return (
    <span className="flex flex-wrap items-baseline justify-end gap-x-2">
      <Money cents={spentOnCard(card)} />
      {unread > 0 && (
        <span className="text-sm text-muted">{`without ${linesCount(unread)} that could not be read`}</span>
      )}
    </span>
  );
}

/** The balance is as old as Laso's own last look at the card. */
function AvailableBalance({ card }: { card: Card }) {
  return (
    <span className="flex flex-wrap items-baseline justify-end gap-x-2">
      <Money cents={card.availableCents} reason={noBalanceReason(card)} className="font-semibold" />
      {card.availableCents !== null && (
        <span className="text-sm text-muted">
          {card.updatedAtMs === null ? (
            'age unknown'
          ) : (
            <>
              read by Laso <RelativeTime ms={card.updatedAtMs} />
            </>
          )}
        </span>
      )}
    </span>
  );
}

function besideDocumented({ drift, feeCents, documentedCents, documentedPerMille }: CardFee): string {
  const documented =
    documentedCents === 0 ? 'none is documented' : `${perMilleText(documentedPerMille)} is documented`;
  if (drift === 'above') return `but ${documented}`;
  if (drift === 'below') return `less than usual: ${documented}`;
  return feeCents === 0 ? documented : 'as documented';
}

/** What was charged above the face value, beside what is documented. */
function FeeFact({ fee }: { fee: CardFee }) {
  return (
    <span className="flex flex-wrap items-baseline justify-end gap-x-2">
      <Money cents={fee.feeCents} tone={fee.drift === 'above' ? 'danger' : 'plain'} />
      <span className="text-sm text-muted">
        {fee.perMille !== null && fee.feeCents !== 0 && `${perMilleText(fee.perMille)} of the face value, `}
        {besideDocumented(fee)}
      </span>
    </span>
  );
}
