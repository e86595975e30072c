import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unlisted, unreadEntries } from '#domain/list-gap.ts';
import type { Merchant, MerchantAnswer } from '#domain/merchant.ts';
import { MerchantList, MerchantListSkeleton } from '#features/merchants/merchant-list.tsx';
import { merchantQueries, MIN_SEARCH } from '#features/merchants/queries.ts';
import { useLaso } from '#session/laso-context.ts';
import type { MerchantCardType } from '#laso/search-merchants.ts';
import { useReadProblem } from '#session/use-read-problem.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSettled } from '#ui/use-settled.ts';
import { ReadProblems } from '../layout/read-problems.tsx';
import { useUrlState } from './use-url-state.ts';

const CARDS: readonly { value: MerchantCardType; label: string }[] = [
  { value: 'us', label: 'U.S. card' },
  { value: 'intl', label: 'International card' },
];

const NO_SEARCH = { q: '' };

export function MerchantsPage() {
  const laso = useLaso();
  const [{ q: text }, change] = useUrlState(NO_SEARCH);
  const wanted = useSettled(text);
  const [cardType, setCardType] = useState<MerchantCardType>('us');
  const search = useQuery(merchantQueries.search(laso, wanted, cardType));
  const problem = useReadProblem(`what Laso knows about “${wanted.trim()}”`, search);
  const asked = wanted.trim().length >= MIN_SEARCH;
  const found = search.data?.merchants ?? [];

  return (
    <>
      <PageHeader
        title="Merchants"
        lead="Where the cards worked and where they did not, from people who tried them."
      />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full max-w-100">
          <TextField
            type="search"
            label="Search merchants"
            placeholder="Name or web address"
            value={text}
            onChange={(event) => change({ q: event.target.value }, 'typed')}
          />
        </div>
        <SelectField
          label="Card"
          value={cardType}
          options={CARDS}
          onChange={(event) => setCardType(event.target.value === 'intl' ? 'intl' : 'us')}
        />
        <output className="py-2 text-sm text-muted">
          {asked && search.data && found.length + search.data.skipped > 0 && countOf(search.data)}
        </output>
      </div>
      {asked && <ReadProblems problems={problem ? [problem] : []} />}
      {asked && search.data && search.data.cardType !== cardType && !allRestricted(found) && (
        <Notice title="Laso knows this for the U.S. card only.">
          These results are for the U.S. card; nothing is known here about the international one.
        </Notice>
      )}
      {asked && found.length > 0 && (
        <PartBoundary of={found}>
          <MerchantList merchants={found} />
        </PartBoundary>
      )}
      {asked && !search.data && !problem && <MerchantListSkeleton />}
      {asked && search.data?.skipped === 0 && found.length === 0 && (
        <EmptyState title={`Nothing is known about “${wanted.trim()}”.`}>
          As far as Laso knows, no one has tried it. That does not mean the card is refused there.
        </EmptyState>
      )}
      {!asked && (
        <EmptyState title="Look up a merchant before you send an agent there">
          Type at least two letters of its name.
        </EmptyState>
      )}
      <p className="max-w-prose text-sm text-muted">
        Not listed does not mean refused: Laso only knows merchants where someone has tried, and others may
        well work.
        {asked && search.data?.note && ` Laso says: “${search.data.note}”`}
      </p>
    </>
  );
}

/** No card works at any of them: which card Laso speaks of makes no difference. */
const allRestricted = (found: readonly Merchant[]): boolean =>
  found.length > 0 && found.every(({ restriction }) => restriction !== null);

const countOf = ({ merchants, gap, skipped }: MerchantAnswer): string =>
  [
    merchants.length === 1 ? '1 merchant' : `${merchants.length} merchants`,
    gap && `Laso knows ${unlisted(gap, 'merchants')}: type more of the name`,
    skipped > 0 && unreadEntries(skipped),
  ]
    .filter(Boolean)
    .join('. ') + (gap || skipped > 0 ? '.' : '');
