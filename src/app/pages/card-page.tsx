import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { CardDetail, CardDetailSkeleton } from '#features/cards/detail/card-detail.tsx';
import { cardTitle } from '#features/cards/card-words.ts';
import { cardQueries, listedOwner } from '#features/cards/queries.ts';
import { LasoContext, useAccounts, type Laso } from '#session/laso-context.ts';
import { useReadProblem } from '#session/use-read-problem.ts';
import { AccountName } from '#session/account-name.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { isFrozen, ReadProblems } from '../layout/read-problems.tsx';
import { paths } from '#config/paths.ts';

/** With several accounts on screen the card's own is found first: by the lists, else by asking each. */
export function CardPage() {
  const { cardId = '' } = useParams();
  const accounts = useAccounts();
  const listed = listedOwner(useQueryClient(), accounts, cardId);
  const [only] = accounts.length === 1 ? accounts : [];
  const asked = useQuery({ ...cardQueries.owner(accounts, cardId), enabled: !listed && !only });
  const problem = useReadProblem('this card', asked);
  const owner = listed ?? only ?? accounts.find(({ account }) => account === asked.data);
  if (owner)
    return (
      <LasoContext value={owner}>
        <CardOfAccount laso={owner} cardId={cardId} several={accounts.length > 1} />
      </LasoContext>
    );
  return (
    <>
      <PageHeader title="Card" back={<TextLink to={paths.cards}>All cards</TextLink>} />
      {problem ? <ReadProblems problems={[problem]} /> : <CardDetailSkeleton />}
    </>
  );
}

function CardOfAccount({ laso, cardId, several }: { laso: Laso; cardId: string; several: boolean }) {
  const card = useQuery(cardQueries.detail(laso, cardId, useQueryClient()));
  const problem = useReadProblem('this card', card);
  const problems = problem ? [problem] : [];
  return (
    <>
      <PageHeader
        title={card.data ? cardTitle(card.data) : 'Card'}
        back={<TextLink to={paths.cards}>All cards</TextLink>}
        lead={several && <AccountName account={laso.account} />}
        age={
          <DataAge
            updatedAt={card.data ? card.dataUpdatedAt : null}
            refreshing={card.isFetching}
            failed={problem !== null && card.data !== undefined}
          />
        }
      />
      <ReadProblems problems={problems} />
      {card.data && <CardDetail card={card.data} frozen={isFrozen(problems)} />}
      {!card.data && !problem && <CardDetailSkeleton />}
    </>
  );
}
