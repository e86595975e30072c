import { memo } from 'react';
import { paths } from '#config/paths.ts';
import { amountsText, type GiftCardProduct } from '#domain/gift-card.ts';
import { Link } from '#ui/link.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ProductPicture } from './product-picture.tsx';

interface ProductTileProps {
  product: GiftCardProduct;
  country: string;
}

/** One product in the catalogue: picture, name, amounts; all of it is the link. */
export const ProductTile = memo(function ProductTile({ product, country }: ProductTileProps) {
  return (
    <Link to={paths.giftCard(product.id, country)} className="group flex flex-col gap-2 rounded-panel">
      <ProductPicture name={product.name} url={product.pictureUrl} className="group-hover:border-ink" />
      <span className="flex flex-col">
        <span className="truncate font-medium group-hover:underline">{product.name}</span>
        <span className="truncate text-sm text-muted tabular-nums">
          {amountsText(product) ?? product.currency ?? 'Amount on the next page'}
        </span>
      </span>
    </Link>
  );
});

export function ProductTileSkeleton() {
  return (
    <div className="flex flex-col gap-2">
      <Skeleton className="aspect-8/5 w-full rounded-panel" />
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
