import { useMemo } from 'react';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { useAllBalances } from '#features/balance/use-all-balances.ts';
import { TotalsFigures, TotalsFiguresSkeleton } from '#features/overview/totals-figures.tsx';
import { TotalsSentence, TotalsSentenceSkeleton } from '#features/overview/totals-sentence.tsx';
import { usePeriodSpend } from '#features/overview/use-period-spend.ts';
import { totalsOf } from '#domain/spend.ts';
import { explainError } from '#laso/explain-error.ts';
import { useAccounts } from '#session/laso-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { isFrozen, ReadProblems } from '../layout/read-problems.tsx';
import { paths } from '#config/paths.ts';
import { OverviewDetailsSkeleton } from './overview-skeletons.tsx';

/** Charts, signals and lists come after the totals are on screen. */
const OverviewDetails = lazyPart(
  'The rest of the overview',
  () => import('./overview-details.tsx').then((module) => module.OverviewDetails),
  <OverviewDetailsSkeleton />,
);

export function OverviewPage() {
  const accounts = useAccounts();
  const all = useAllCards();
  const balance = useAllBalances();
  const [balanceProblem] = balance.problems;
  const problems = [...all.problems, ...balance.problems];
  const totals = useMemo(() => totalsOf(all.cards), [all.cards]);
  const spending = usePeriodSpend(all.cards);
  // Sums wait for all lists: a part of them would be a wrong answer for a moment.
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
      {summed && (
        <PartBoundary of={all.cards}>
          <TotalsSentence
            totals={totals}
            ordered={all.cards.length}
            choice={spending.choice}
            spentCents={spending.now.spentCents}
            beforeCents={spending.before?.spentCents ?? null}
            agents={accounts.length}
            missing={all.missing}
            listedOnly={all.listedOnly}
          />
        </PartBoundary>
      )}
      {all.isPending && <TotalsSentenceSkeleton />}
      {!all.isPending && (
        <PartBoundary of={all.cards}>
          <TotalsFigures
            totals={summed ? totals : null}
            cards={all.cards}
            isPartial={all.listedOnly.length > 0}
            balanceCents={balance.balanceCents}
            balanceReason={balanceProblem ? explainError(balanceProblem.error).title : 'Loading'}
          />
        </PartBoundary>
      )}
      {all.isPending && <TotalsFiguresSkeleton />}
      {all.isPending ? (
        <OverviewDetailsSkeleton />
      ) : (
        <PartBoundary of={all.cards}>
          <OverviewDetails
            all={all}
            spending={spending}
            leftCents={summed ? totals.leftCents : null}
            balanceCents={balance.balanceCents}
          />
        </PartBoundary>
      )}
    </>
  );
}
