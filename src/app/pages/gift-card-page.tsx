import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { AccountId } from '#domain/account.ts';
import { COUNTRIES } from '#domain/countries.ts';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { EVERYTHING, giftCardQueries } from '#features/gift-cards/queries.ts';
import { useSessions } from '#session/session-store.ts';
import { useReadProblem } from '#session/use-read-problem.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { GiftCardOrder } from '../order/gift-card-order.tsx';
import { paths } from '#config/paths.ts';
import { ReadProblems } from '../layout/read-problems.tsx';
import { useServices } from '../services.ts';

interface Seen {
  product: GiftCardProduct;
  countries: readonly string[];
}

/** All of them when Laso does not say. */
const offeredCountries = (told: readonly string[] = []): readonly string[] =>
  told.length > 0 ? told : COUNTRIES;

/** Not below `SignedIn`, which starts pages anew for another account: paying brings the payer's, and the code must stay on screen. */
export function GiftCardPage() {
  const account = useSessions((state) => state.active);
  return account ? <ProductPage account={account} /> : <Navigate to={paths.signIn} replace />;
}

/** Laso has no route for one product: it is looked for in the catalogue, and kept while it is on screen. */
function ProductPage({ account }: { account: AccountId }) {
  const { lasoServerId = '' } = useParams();
  const [params] = useSearchParams();
  const { client } = useServices();
  const [kept, setKept] = useState<Seen | null>(null);
  const seen = kept?.product.id === lasoServerId ? kept : null;
  const catalogue = useQuery({
    ...giftCardQueries.catalogue({ client, account }, EVERYTHING),
    enabled: seen === null,
  });
  const problem = useReadProblem('the catalog', catalogue);
  const product = seen ? null : catalogue.data?.products.find(({ id }) => id === lasoServerId);
  if (product) setKept({ product, countries: offeredCountries(catalogue.data?.facets?.countries) });
  if (seen)
    return (
      <GiftCardOrder
        key={lasoServerId}
        product={seen.product}
        country={params.get('country') ?? ''}
        countries={seen.countries}
      />
    );
  return (
    <>
      <PageHeader title="Gift card" />
      {problem && <ReadProblems problems={[problem]} />}
      {catalogue.isPending && !problem && (
        <LoadingRegion label="Loading the catalog." className="flex flex-col gap-4">
          <Skeleton className="aspect-8/5 w-full max-w-80 rounded-panel" />
          <Skeleton className="h-5 w-64" />
        </LoadingRegion>
      )}
      {catalogue.data && (
        <EmptyState
          title="Laso no longer sells this gift card."
          action={<ButtonLink to={paths.giftCards}>All gift cards</ButtonLink>}
        >
          Any you bought earlier stay under Purchased.
        </EmptyState>
      )}
    </>
  );
}
