import { unlisted, unreadEntries } from '#domain/list-gap.ts';
import { CatalogueFilters } from '#features/gift-cards/catalog/catalogue-filters.tsx';
import { ProductGrid, ProductGridSkeleton } from '#features/gift-cards/catalog/product-grid.tsx';
import { useCatalogue } from '#features/gift-cards/catalog/use-catalogue.ts';
import { useLaso } from '#session/laso-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { paths } from '#config/paths.ts';
import { ReadProblems } from '../layout/read-problems.tsx';
import { useCatalogueFilters } from './use-catalogue-filters.ts';

export function GiftCardsPage() {
  const laso = useLaso();
  const [filters, change] = useCatalogueFilters();
  const { products, options, problem, gap, skipped, isReady, isSearching } = useCatalogue(laso, filters);
  const { country } = filters;

  return (
    <>
      <PageHeader
        title="Gift cards"
        lead="Paid in USDC from your own wallet; you get the code right away."
        action={<ButtonLink to={paths.giftCardsPurchased}>Purchased</ButtonLink>}
      />
      {problem && <ReadProblems problems={[problem]} />}
      <CatalogueFilters filters={filters} options={options} onChange={change} />
      {!isReady && !problem && <ProductGridSkeleton />}
      {isReady && (
        <>
          <output className="text-sm text-muted">
            {(products.length > 0 || isSearching) &&
              `${counted(products.length)}${isSearching ? ' so far …' : ''}`}
            {gap && `. Laso has ${unlisted(gap, 'gift cards')}: search for what is missing.`}
            {skipped > 0 && `. ${unreadEntries(skipped)}.`}
          </output>
          {products.length > 0 && (
            <PartBoundary of={products}>
              <ProductGrid products={products} country={country} />
            </PartBoundary>
          )}
          {products.length === 0 && !isSearching && !problem && (
            <EmptyState
              title="No gift card matches."
              action={
                <Button onClick={() => change({ text: '', country: '', currency: '', category: '' })}>
                  Show all gift cards
                </Button>
              }
            >
              Search by the shop’s name, or choose another country or currency.
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}

const counted = (count: number): string =>
  count === 1 ? '1 gift card' : `${count.toLocaleString('en-US')} gift cards`;
