import { useQuery } from '@tanstack/react-query';
import { newestCardFirst, cardName } from '#features/cards/card-words.ts';
import { CardList, CardListSkeleton } from '#features/cards/card-list.tsx';
import { TransactionAmount } from '#features/cards/transactions-table.tsx';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { balanceQueries } from '#features/balance/queries.ts';
import { NewestTransactions } from '#features/overview/newest-transactions.tsx';
import { TotalsFigures, TotalsFiguresSkeleton } from '#features/overview/totals-figures.tsx';
import { TotalsSentence } from '#features/overview/totals-sentence.tsx';
import { totalsOf } from '#domain/spend.ts';
import { explainError } from '#laso/explain-error.ts';
import { useLaso } from '#laso/laso-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';

const SHOWN_CARDS = 6;
const SHOWN_TRANSACTIONS = 12;

export function OverviewPage() {
  const laso = useLaso();
  const all = useAllCards();
  const balance = useQuery(balanceQueries.current(laso));
  const totals = totalsOf(all.cards);
  const balanceReason = balance.isError ? explainError(balance.error).title : 'Being read';

  return (
    <>
      <PageHeader
        title="Overview"
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
      <ReadProblems
        problems={[
          ...all.problems,
          ...(balance.isError
            ? [{ what: 'The account balance', error: balance.error, retry: () => void balance.refetch() }]
            : []),
        ]}
      />
      {all.isReady ? <TotalsSentence totals={totals} /> : null}
      {all.isReady ? (
        <TotalsFigures
          totals={totals}
          balanceCents={balance.data?.balanceCents ?? null}
          balanceReason={balanceReason}
        />
      ) : (
        all.isPending && <TotalsFiguresSkeleton />
      )}
      <div className="grid gap-10 lg:grid-cols-2">
        <Panel
          title="Cards"
          actions={<TextLink to={paths.cards}>{`All ${all.cards.length} cards`}</TextLink>}
        >
          {all.isReady ? (
            <CardList cards={all.cards.toSorted(newestCardFirst).slice(0, SHOWN_CARDS)} hrefOf={paths.card} />
          ) : (
            all.isPending && <CardListSkeleton />
          )}
        </Panel>
        <Panel title="Newest transactions">
          {all.isReady ? (
            <NewestTransactions
              cards={all.cards}
              limit={SHOWN_TRANSACTIONS}
              renderAmount={(transaction) => <TransactionAmount transaction={transaction} />}
              renderCard={(card) => <TextLink to={paths.card(card.id)}>{cardName(card)}</TextLink>}
            />
          ) : (
            all.isPending && <CardListSkeleton rows={8} />
          )}
        </Panel>
      </div>
      <p className="max-w-prose text-sm text-muted">
        Cards: complete, as far as Laso tells. Gift cards and transfers are not in these figures: Laso’s API
        cannot list them.
      </p>
    </>
  );
}
