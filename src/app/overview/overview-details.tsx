import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { useSkippedCards } from '#features/cards/use-skipped-cards.ts';
import { choiceLabel, PERIOD_CHOICES } from '#features/overview/period-choice.ts';
import { PeriodFigures } from '#features/overview/period-figures.tsx';
import { Spending, SpendingShares } from '#features/overview/spending.tsx';
import { linesCount, unreadLinesOf } from '#domain/spend.ts';
import type { PeriodSpend } from '#features/overview/use-period-spend.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { WhenNear } from '#ui/when-near.tsx';
import { Attention } from './attention.tsx';
import { paths } from '#config/paths.ts';
import { OverviewListsSkeleton } from './overview-skeletons.tsx';

const OverviewLists = lazyPart(
  'The lists of the overview',
  () => import('./overview-lists.tsx').then((module) => module.OverviewLists),
  <OverviewListsSkeleton />,
);

const UnreadNotice = lazyPart(
  'The lines that could not be read',
  () => import('#features/overview/unread-notice.tsx').then((module) => module.UnreadNotice),
  null,
);

interface OverviewDetailsProps {
  all: ReturnType<typeof useAllCards>;
  spending: PeriodSpend;
  leftCents: number | null;
  balanceCents: number | null;
}

/** Everything under the totals. */
export function OverviewDetails({ all, spending, leftCents, balanceCents }: OverviewDetailsProps) {
  const { cards, isReady, missing, listedOnly } = all;
  const skipped = useSkippedCards();
  const choices = PERIOD_CHOICES.map((choice) => ({ value: choice, label: choiceLabel(choice) }));
  return (
    <>
      {unreadLinesOf(cards) > 0 && <UnreadNotice cards={cards} />}
      {isReady && cards.length > 0 && (
        <Panel
          title="Spending"
          actions={
            <SegmentedControl
              legend="Period"
              options={choices}
              value={spending.choice}
              onChange={spending.choose}
            />
          }
        >
          <Spending
            period={spending.period}
            spend={spending.spend}
            undated={spending.undated}
            unreadLines={unreadLinesOf(cards)}
            figures={<PeriodFigures spending={spending} isPartial={listedOnly.length > 0} />}
          />
        </Panel>
      )}
      <Panel title="Needs attention">
        <Attention all={all} />
      </Panel>
      {isReady && spending.spend.length > 0 && (
        <Panel title="Where it went">
          <SpendingShares
            spend={spending.spend}
            renderMerchant={(name) => <TextLink to={paths.merchant(name)}>{name}</TextLink>}
          />
        </Panel>
      )}
      <WhenNear fallback={<OverviewListsSkeleton />}>
        <OverviewLists all={all} leftCents={leftCents} balanceCents={balanceCents} />
      </WhenNear>
      <p className="max-w-prose text-sm text-muted">
        {coverage({ missing, listedOnly, skipped, unreadLines: unreadLinesOf(cards) })} Gift cards and
        transfers: only those bought in this browser, because Laso’s API cannot list others.
      </p>
    </>
  );
}

interface Coverage {
  missing: readonly string[];
  listedOnly: readonly string[];
  /** Entries of the lists that are no card that could be read. */
  skipped: number;
  unreadLines: number;
}

/** What is in the figures, and what cannot be (product.md §2). */
function coverage({ missing, listedOnly, skipped, unreadLines }: Coverage): string {
  const gaps = [
    ...(missing.length > 0 ? [`${missing.join(' and ')} could not be read`] : []),
    ...(listedOnly.length > 0 ? [`Laso’s list gives ${listedOnly.join(' and ')}`] : []),
    ...(skipped > 0
      ? [`${skipped === 1 ? 'one entry' : `${skipped} entries`} of Laso’s list could not be understood`]
      : []),
    ...(unreadLines > 0 ? [`${linesCount(unreadLines)} of cards could not be read`] : []),
  ];
  return gaps.length === 0 ? 'Cards: complete.' : `Cards: incomplete, because ${gaps.join(', and ')}.`;
}
