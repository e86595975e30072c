import { useSearchParams } from 'react-router';
import { CardList, CardListSkeleton } from '#features/cards/card-list.tsx';
import { matchesSearch, newestCardFirst } from '#features/cards/card-words.ts';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';

export function CardsPage() {
  const all = useAllCards();
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const found = all.cards.filter((card) => matchesSearch(card, text)).toSorted(newestCardFirst);

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
        action={
          <ButtonLink to={paths.orderUsCard} variant="primary">
            Order a card
          </ButtonLink>
        }
      />
      <ReadProblems problems={all.problems} />
      <div className="max-w-100">
        <TextField
          type="search"
          label="Search cards"
          labelHidden
          placeholder="Last four, merchant, status …"
          value={text}
          onChange={(event) =>
            setSearch(event.target.value ? { q: event.target.value } : {}, { replace: true })
          }
        />
      </div>
      {!all.isReady && all.isPending && <CardListSkeleton rows={10} />}
      {all.isReady && found.length > 0 && <CardList cards={found} hrefOf={paths.card} />}
      {all.isReady && found.length === 0 && !all.isPending && <NothingFound searched={text !== ''} />}
    </>
  );
}

function NothingFound({ searched }: { searched: boolean }) {
  if (searched)
    return (
      <EmptyState title="No card matches.">
        Search by the last four digits, a merchant, a type or a status.
      </EmptyState>
    );
  return (
    <EmptyState title="No cards yet" action={<ButtonLink to={paths.orderUsCard}>Order a card</ButtonLink>}>
      Cards that your agent buys show up here by themselves.
    </EmptyState>
  );
}
