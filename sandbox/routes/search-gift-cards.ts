import type { CatalogueProduct } from '../catalogue/product.ts';
import type { SandboxApp, SandboxContext } from '../context.ts';
import { requireAccount } from './require-account.ts';

/**
 * `GET /search-gift-cards?q=&country=&currency=` (later also `category`, facets, and each product's category
 * and country). No pages: all matches.
 */
export function mountSearchGiftCards(app: SandboxApp, context: SandboxContext): void {
  app.get('/search-gift-cards', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const later = context.switches.giftCards === 'later';
    const asked = (name: string): string | null => c.req.query(name) || null;
    const filters = {
      query: asked('q'),
      country: asked('country'),
      currency: asked('currency'),
      ...(later && { category: asked('category') }),
    };
    const all = context.catalogue.list();
    const found = all.filter(
      (product) =>
        (filters.query === null || product.name.toLowerCase().includes(filters.query.toLowerCase())) &&
        (filters.country === null || product.country === null || product.country === filters.country) &&
        (filters.currency === null || product.currency === filters.currency) &&
        (!filters.category || product.category === filters.category),
    );
    const origin = new URL(c.req.url).origin;
    return c.json({
      gift_cards: found.map((product) => productToWire(product, origin, later)),
      count: found.length,
      filters,
      ...(later && { facets: facetsOf(all) }),
    });
  });
}

function productToWire(product: CatalogueProduct, origin: string, later: boolean) {
  const { picture, brand } = product;
  return {
    laso_server_id: product.id,
    name: product.name,
    description: product.description,
    ...(later && { category: product.category, country: product.country }),
    currency: product.currency,
    min: Number(product.min),
    max: Number(product.max),
    increment: product.increment,
    denominations: product.denominations,
    ...(picture !== null && { product_image_url: picture.startsWith('/') ? `${origin}${picture}` : picture }),
    catalog_info: brand && {
      brand_description: brand.description,
      redemption_instructions: brand.redemption,
    },
  };
}

function facetsOf(products: readonly CatalogueProduct[]) {
  const values = (read: (product: CatalogueProduct) => string | null): string[] =>
    [...new Set(products.flatMap((product) => read(product) ?? []))].toSorted();
  return {
    categories: values(({ category }) => category),
    currencies: values(({ currency }) => currency),
    countries: values(({ country }) => country),
  };
}
