import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { CardDetail, CardDetailSkeleton } from '#features/cards/card-detail.tsx';
import { cardName, cardTypeName } from '#features/cards/card-words.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { useLaso } from '#laso/laso-context.ts';
import { DataAge } from '#ui/data-age.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { ReadProblems } from '../read-problems.tsx';
import { paths } from '../paths.ts';

export function CardPage() {
  const { cardId = '' } = useParams();
  const config = useConfig();
  const laso = useLaso();
  const card = useQuery(cardQueries.detail(laso, cardId, useQueryClient()));
  const title = card.data
    ? `${cardTypeName(card.data)} ${card.data.last4 ? cardName(card.data) : ''}`.trim()
    : 'Card';

  return (
    <>
      <PageHeader
        title={title}
        back={<TextLink to={paths.cards}>All cards</TextLink>}
        age={
          <DataAge
            updatedAt={card.data ? card.dataUpdatedAt : null}
            refreshing={card.isFetching}
            failed={card.isError && card.data !== undefined}
          />
        }
      />
      <ReadProblems
        problems={
          card.isError ? [{ what: 'This card', error: card.error, retry: () => void card.refetch() }] : []
        }
      />
      {card.data && (
        <CardDetail card={card.data} supportEmail={config.supportEmail} orderHref={paths.orderUsCard} />
      )}
      {card.isPending && <CardDetailSkeleton />}
    </>
  );
}
