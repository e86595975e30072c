import { makeCatalogue, USUAL_PRODUCTS } from './make-catalogue.ts';
import type { CatalogueProduct } from './product.ts';

export interface Catalogue {
  list(): readonly CatalogueProduct[];
  find(id: string): CatalogueProduct | undefined;
  /** Stops the sale of a product until the sandbox is reset. */
  remove(id: string): void;
  /** Another number of products; the first ones stay the same. */
  resize(count: number): void;
}

export function createCatalogue(): Catalogue {
  let products = makeCatalogue(USUAL_PRODUCTS);
  return {
    list: () => products,
    find: (id) => products.find((product) => product.id === id),
    remove: (id) => {
      products = products.filter((product) => product.id !== id);
    },
    resize: (count) => {
      if (count !== products.length) products = makeCatalogue(count);
    },
  };
}
