import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { EVERYTHING, giftCardQueries } from '#features/gift-cards/queries.ts';
import { useLaso } from '#laso/laso-context.ts';
import { useReadProblem } from '#laso/use-read-problem.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { GiftCardOrder } from '../gift-card-order.tsx';
import { paths } from '../paths.ts';
import { ReadProblems } from '../read-problems.tsx';

export function GiftCardPage() {
  const { lasoServerId = '' } = useParams();
  const [params] = useSearchParams();
  const laso = useLaso();
  const { imageHosts } = useConfig();
  const catalogue = useQuery(giftCardQueries.catalogue(laso, EVERYTHING));
  const problem = useReadProblem('the catalogue', catalogue);
  const product = catalogue.data?.products.find(({ id }) => id === lasoServerId);

  if (product)
    return (
      <GiftCardOrder
        key={product.id}
        product={product}
        country={params.get('country') ?? ''}
        countries={catalogue.data?.facets?.countries}
        imageHosts={imageHosts}
      />
    );
  return (
    <>
      <PageHeader title="Gift card" />
      {problem && <ReadProblems problems={[problem]} />}
      {catalogue.isPending && !problem && (
        <LoadingRegion label="The catalogue is being read." className="flex flex-col gap-4">
          <Skeleton className="aspect-8/5 w-full max-w-80 rounded-panel" />
          <Skeleton className="h-5 w-64" />
        </LoadingRegion>
      )}
      {catalogue.data && (
        <EmptyState
          title="Laso does not sell this gift card any more."
          action={<ButtonLink to={paths.giftCards}>All gift cards</ButtonLink>}
        >
          What was bought of it earlier stays under Purchased.
        </EmptyState>
      )}
    </>
  );
}
