import { CardList, CardListSkeleton } from '#features/cards/card-list.tsx';
import { matchesSearch, newestCardFirst } from '#features/cards/card-words.ts';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { isFrozen, ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';
import { useSearchText } from '../use-search-text.ts';

export function CardsPage() {
  const all = useAllCards();
  const [text, setText] = useSearchText();
  const frozen = isFrozen(all.problems);
  const found = all.cards.filter((card) => matchesSearch(card, text)).toSorted(newestCardFirst);
  const searched = text.trim() !== '';
  // While a list is missing, "none" would be a guess.
  const known = all.isReady && !all.isPending && all.missing.length === 0;

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
          !frozen && (
            <ButtonLink to={paths.orderUsCard} variant="primary">
              Order a card
            </ButtonLink>
          )
        }
      />
      <ReadProblems problems={all.problems} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="w-full max-w-100">
          <TextField
            type="search"
            label="Search cards"
            labelHidden
            placeholder="Last four, merchant, status …"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <output className="text-sm text-muted">
          {all.isReady && (searched ? `${found.length} of ${all.cards.length} cards` : countOf(all.cards))}
        </output>
      </div>
      {!all.isReady && all.isPending && <CardListSkeleton rows={10} />}
      {found.length > 0 && <CardList cards={found} hrefOf={paths.card} />}
      {all.isReady && found.length === 0 && searched && (
        <EmptyState title="No card matches.">
          Search by the last four digits, a merchant, a type or a status.
        </EmptyState>
      )}
      {known && found.length === 0 && !searched && (
        <EmptyState
          title="No cards yet"
          action={!frozen && <ButtonLink to={paths.orderUsCard}>Order a card</ButtonLink>}
        >
          Cards that your agent buys show up here by themselves.
        </EmptyState>
      )}
    </>
  );
}

const countOf = (cards: readonly unknown[]): string =>
  cards.length === 1 ? '1 card' : `${cards.length} cards`;
