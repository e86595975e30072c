import type { ProductKind } from '#domain/product-kind.ts';
import { giftCardProduct } from '#features/gift-cards/order/gift-card-order.ts';
import { intlCardProduct } from '#features/orders/intl-card-product.ts';
import { usCardProduct } from '#features/orders/us-card-product.ts';
import { createPushProduct } from '#features/push-to-card/push-product.ts';
import { vault } from '#session/browser-vault.ts';
import { soldProduct, type SoldProduct } from './sold-product.ts';

/** Every product this page sells, by its kind; null for what is paid without an order (the sign-in). */
export const SOLD_PRODUCTS: { readonly [Kind in ProductKind]: SoldProduct<Kind> | null } = {
  'us-card': soldProduct(usCardProduct),
  'intl-card': soldProduct(intlCardProduct),
  'gift-card': soldProduct(giftCardProduct(vault)),
  'push-to-card': soldProduct(createPushProduct(vault)),
  auth: null,
};
