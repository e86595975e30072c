import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { CardDetail, CardDetailSkeleton } from '#features/cards/card-detail.tsx';
import { cardTitle } from '#features/cards/card-words.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { useReadProblem } from '#laso/use-read-problem.ts';
import { useLaso } from '#laso/laso-context.ts';
import { DataAge } from '#ui/data-age.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { isFrozen, ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';

export function CardPage() {
  const { cardId = '' } = useParams();
  const config = useConfig();
  const laso = useLaso();
  const card = useQuery(cardQueries.detail(laso, cardId, useQueryClient()));
  const problem = useReadProblem('this card', card);
  const problems = problem ? [problem] : [];

  return (
    <>
      <PageHeader
        title={card.data ? cardTitle(card.data) : 'Card'}
        back={<TextLink to={paths.cards}>All cards</TextLink>}
        age={
          <DataAge
            updatedAt={card.data ? card.dataUpdatedAt : null}
            refreshing={card.isFetching}
            failed={problem !== null && card.data !== undefined}
          />
        }
      />
      <ReadProblems problems={problems} />
      {card.data && (
        <CardDetail
          card={card.data}
          supportEmail={config.supportEmail}
          orderHref={paths.orderUsCard}
          frozen={isFrozen(problems)}
        />
      )}
      {!card.data && !problem && <CardDetailSkeleton />}
    </>
  );
}
