import { ALL_CARDS } from '#features/cards/list/card-filters.ts';
import { CardFilterBar } from '#features/cards/list/card-filter-bar.tsx';
import { CardListSkeleton } from '#features/cards/list/card-list.tsx';
import { CardTable } from '#features/cards/list/card-table.tsx';
import { countOfCards } from '#features/cards/card-words.ts';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { useFoundCards } from '#features/cards/list/use-found-cards.ts';
import { useAccounts } from '#session/laso-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { useFilterOfShownAccounts } from './use-filter-of-shown-accounts.ts';
import { isFrozen, ReadProblems } from '../layout/read-problems.tsx';
import { paths } from '#config/paths.ts';
import { useUrlState } from './use-url-state.ts';

/** Reads apart from what is made of them: a letter typed in the search asks nothing again. */
export function CardsPage() {
  return <Cards all={useAllCards()} />;
}

function Cards({ all }: { all: ReturnType<typeof useAllCards> }) {
  const several = useAccounts().length > 1;
  const [asked, change] = useUrlState(ALL_CARDS);
  const filters = useFilterOfShownAccounts(asked);
  const found = useFoundCards(all.cards, filters);
  const frozen = isFrozen(all.problems);
  const clear = () => change({ ...ALL_CARDS, sort: filters.sort }, 'chosen');
  // While a list is missing, "none" would be a guess.
  const unlisted = all.unlisted.join(' and ');
  const known = all.isReady && !all.isPending && all.missing.length === 0 && unlisted === '';
  const orderLink = (variant?: 'primary') =>
    !frozen && (
      <ButtonLink to={paths.orderUsCard} variant={variant}>
        Order a card
      </ButtonLink>
    );

  return (
    <>
      <PageHeader
        title="Cards"
        age={
          <DataAge
            updatedAt={all.updatedAtMs}
            refreshing={all.isFetching}
            failed={all.problems.length > 0 && all.updatedAtMs !== null}
          />
        }
        action={orderLink('primary')}
      />
      <ReadProblems problems={all.problems} />
      <CardFilterBar
        cards={all.cards}
        filters={filters}
        onChange={change}
        onClear={found.rows.length > 0 ? clear : undefined}
        found={all.isReady ? foundWords(found.rows.length, all.cards.length, unlisted) : ''}
      />
      {!all.isReady && all.isPending && <CardListSkeleton rows={10} />}
      {found.rows.length > 0 && (
        <PartBoundary of={all.cards}>
          <CardTable
            rows={found.rows}
            totals={found.totals}
            withAccounts={several}
            sort={filters.sort}
            onSort={(sort) => change({ sort }, 'chosen')}
          />
        </PartBoundary>
      )}
      {all.isReady && all.cards.length > 0 && found.rows.length === 0 && (
        <EmptyState title="No card matches." action={<Button onClick={clear}>Clear filters</Button>}>
          {nothingFound({ ...filters, q: found.q })}
        </EmptyState>
      )}
      {known && all.cards.length === 0 && (
        <EmptyState title="No cards yet" action={orderLink()}>
          Cards your agent buys appear here automatically.
        </EmptyState>
      )}
    </>
  );
}

const foundWords = (found: number, all: number, unlisted: string): string =>
  (found === all ? countOfCards(all) : `${found} of ${countOfCards(all)}`) +
  (unlisted && `. Laso’s list leaves out ${unlisted}.`);

/** What kept every card out. */
function nothingFound({ q, status, type, account }: typeof ALL_CARDS): string {
  const search = q.trim();
  const filtered = [status, type, account].some(Boolean);
  if (search && filtered) return `Nothing matches “${search}” with these filters. Try without them.`;
  return search
    ? `Nothing matches “${search}” in last four digits, id, label, notes, merchants, type or status.`
    : 'There is no card with this status, type and account.';
}
