import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { explainError } from '#laso/explain-error.ts';
import type { Laso } from '#session/laso-context.ts';
import type { MerchantCardType } from '#laso/search-merchants.ts';
import { TextField } from '#ui/text-field.tsx';
import { useSettled } from '#ui/use-settled.ts';
import { MerchantStatusMark } from './merchant-status.tsx';
import { merchantQueries, MIN_SEARCH } from './queries.ts';
import { Restriction } from './restriction.tsx';

const SHOWN = 3;

interface MerchantCheckProps {
  laso: Laso;
  /** The card that is about to be ordered. */
  cardType: MerchantCardType;
  /** A link to the whole list for what was typed. */
  renderMore: (text: string) => ReactNode;
}

/** "Will it work there?" beside an order form. It decides nothing and stops nothing. */
export function MerchantCheck({ laso, cardType, renderMore }: MerchantCheckProps) {
  const [text, setText] = useState('');
  const wanted = useSettled(text);
  const search = useQuery(merchantQueries.search(laso, wanted, cardType));
  const typed = wanted.trim().length >= MIN_SEARCH;
  const found = search.data?.merchants ?? [];
  const other = search.data && search.data.cardType !== cardType;
  return (
    <div className="flex max-w-120 flex-col gap-2">
      <TextField
        type="search"
        label="Check a merchant"
        hint="Optional: whether this card worked there when someone tried."
        placeholder="Name or web address"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <output className="flex flex-col gap-1">
        {typed && search.isFetching && <span className="text-sm text-muted">Looking …</span>}
        {typed && search.isError && (
          <span className="text-sm text-danger">{explainError(search.error).title}</span>
        )}
        {typed &&
          found.slice(0, SHOWN).map((merchant) => (
            <span key={`${merchant.name} ${merchant.url ?? ''}`} className="block">
              <span className="flex justify-between gap-4">
                <span className="min-w-0 break-words">{merchant.name}</span>
                <MerchantStatusMark merchant={merchant} />
              </span>
              <Restriction merchant={merchant} />
              {merchant.notes && <span className="block text-sm text-muted">{merchant.notes}</span>}
            </span>
          ))}
        {typed && other && found.some(({ restriction }) => restriction === null) && (
          <span className="text-sm text-muted">Laso knows this for the U.S. card only.</span>
        )}
        {typed && search.data && found.length === 0 && (
          <span className="text-sm text-muted">
            As far as Laso knows, no one has tried it yet. That does not mean it is refused.
          </span>
        )}
      </output>
      {typed && found.length > SHOWN && <p className="text-sm">{renderMore(wanted.trim())}</p>}
    </div>
  );
}
