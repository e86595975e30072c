import { countryName } from '#domain/countries.ts';
import { amountsText, type GiftCardProduct } from '#domain/gift-card.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { ProductPicture } from './product-picture.tsx';

/** What Laso says about a product, as text. */
export function ProductAbout({ product }: { product: GiftCardProduct }) {
  const { name, pictureUrl, description, brandDescription, category, country, currency } = product;
  const facts: [string, string | null][] = [
    ['Amounts', amountsText(product)],
    ['Currency', currency],
    ['For use in', country && countryName(country)],
    ['Category', category],
  ];
  return (
    <div className="flex flex-col gap-5">
      <ProductPicture name={name} url={pictureUrl} className="w-full max-w-80" />
      {[description, brandDescription].map(
        (text) =>
          text && (
            <p key={text} className="max-w-prose whitespace-pre-line text-muted">
              {text}
            </p>
          ),
      )}
      <DefinitionList
        items={facts.flatMap(([term, detail]) => (detail ? [{ key: term, term, detail }] : []))}
      />
    </div>
  );
}
