import { newestCardFirst, cardName } from '#features/cards/card-words.ts';
import { CardList, CardListSkeleton } from '#features/cards/card-list.tsx';
import { TransactionAmount } from '#features/cards/transactions-table.tsx';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { useAllBalances } from '#features/balance/use-all-balances.ts';
import { NewestTransactions } from '#features/overview/newest-transactions.tsx';
import { TotalsFigures, TotalsFiguresSkeleton } from '#features/overview/totals-figures.tsx';
import { TotalsSentence, TotalsSentenceSkeleton } from '#features/overview/totals-sentence.tsx';
import { totalsOf } from '#domain/spend.ts';
import { explainError } from '#laso/explain-error.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { isFrozen, ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';

const SHOWN_CARDS = 9;
const SHOWN_TRANSACTIONS = 9;

export function OverviewPage() {
  const all = useAllCards();
  const balance = useAllBalances();
  const [balanceProblem] = balance.problems;
  const problems = [...all.problems, ...balance.problems];
  const totals = totalsOf(all.cards);
  // Sums wait for both lists: half of them would be a wrong answer for a moment.
  const summed = all.isReady && !all.isPending;

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
          !isFrozen(problems) && (
            <ButtonLink to={paths.orderUsCard} variant="primary">
              Order a card
            </ButtonLink>
          )
        }
      />
      <ReadProblems problems={problems} />
      {summed && <TotalsSentence totals={totals} missing={all.missing} />}
      {all.isPending && <TotalsSentenceSkeleton />}
      {!all.isPending && (
        <TotalsFigures
          totals={summed ? totals : null}
          balanceCents={balance.balanceCents}
          balanceReason={balanceProblem ? explainError(balanceProblem.error).title : 'Being read'}
        />
      )}
      {all.isPending && <TotalsFiguresSkeleton />}
      <div className="grid gap-10 lg:grid-cols-2">
        <Panel
          title="Cards"
          actions={
            <TextLink to={paths.cards}>
              {summed && all.missing.length === 0 ? `All ${all.cards.length} cards` : 'All cards'}
            </TextLink>
          }
        >
          {all.isReady && all.cards.length > 0 && (
            <CardList cards={all.cards.toSorted(newestCardFirst).slice(0, SHOWN_CARDS)} hrefOf={paths.card} />
          )}
          {summed && all.cards.length === 0 && (
            <EmptyState title="No cards yet">
              Cards that your agent buys show up here by themselves.
            </EmptyState>
          )}
          {!all.isReady && (all.isPending ? <CardListSkeleton rows={SHOWN_CARDS} /> : <NotRead />)}
        </Panel>
        <Panel title="Newest transactions">
          {all.isReady && (
            <NewestTransactions
              cards={all.cards}
              limit={SHOWN_TRANSACTIONS}
              renderAmount={(transaction) => <TransactionAmount transaction={transaction} />}
              renderCard={(card) => <TextLink to={paths.card(card.id)}>{cardName(card)}</TextLink>}
            />
          )}
          {!all.isReady && (all.isPending ? <CardListSkeleton rows={SHOWN_TRANSACTIONS} /> : <NotRead />)}
        </Panel>
      </div>
      <p className="max-w-prose text-sm text-muted">
        {all.missing.length === 0
          ? 'Cards: complete, as far as Laso tells.'
          : `Cards: without ${all.missing.join(' and ')}, which could not be read.`}{' '}
        Gift cards and transfers are not in these figures: Laso’s API cannot list them.
      </p>
    </>
  );
}

/** The reason is at the top of the page. */
const NotRead = () => <p className="border-t border-hairline py-4 text-muted">Could not be read.</p>;
