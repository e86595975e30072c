import { paths } from '#config/paths.ts';
import { accountIdOf } from '#domain/account.ts';
import { countryName } from '#domain/countries.ts';
import { dollarCents, formatAmount } from '#domain/currency-amount.ts';
import { centsToUsdcAtomic } from '#domain/money.ts';
import { PRODUCT_FACTS } from '#domain/product-facts.ts';
import { giftCardRequestUrl, parseGiftCardOrder, type GiftCard } from '#laso/order-gift-card.ts';
import type { Product } from '#payments/quote/product.ts';
import type { PaymentRow } from '#payments/journal/payment-row.ts';
import { saveSecret } from '#storage/unsaved-secrets.ts';
import { isKeptBeside } from '#storage/kept-beside.ts';
import type { NewVaultEntry, Vault } from '#storage/vault.ts';
import { worthOf } from './gift-card-worth.ts';
import { partsOf } from '../purchased/secret-parts.ts';
import { readStoredOrder, type GiftCardToOrder } from './gift-card-to-order.ts';

/**
 * `GET /order-gift-card`: the documented price is the amount itself for dollars; of other currencies, and with the fee Laso has published
 * since, the quote decides. The code comes once: it is in `vault` before the payment counts as delivered.
 */
export const giftCardProduct = (vault: Vault): Product<GiftCardToOrder, GiftCard> => ({
  ...PRODUCT_FACTS['gift-card'],
  kind: 'gift-card',
  links: {
    orderAgain: ({ id, country }, retryOf) =>
      `${paths.giftCard(id, '')}?${new URLSearchParams({ country, retry: retryOf }).toString()}`,
    delivered: { path: paths.giftCardsPurchased, label: 'Open the code' },
  },
  requestUrl: (baseUrl, order) => giftCardRequestUrl(baseUrl, { ...order, lasoServerId: order.id }),
  price: (order) => {
    const cents = dollarCents(order);
    return { kind: 'at-quote', previewAtomic: cents === null ? null : centsToUsdcAtomic(cents) };
  },
  words: (order, paidAtomic, delivered) => {
    const { amount } = worthOf(delivered?.amount ?? null, order);
    const cents = dollarCents(amount);
    return {
      noun: 'gift card',
      get:
        cents === null
          ? { what: `${order.name} gift card, ${formatAmount(amount)}`, cents: null }
          : { what: `${order.name} gift card`, cents },
      fee: feeOf(dollarCents(order), paidAtomic),
      making: 'buys the gift card',
      lines: [{ key: 'country', label: 'For use in', text: countryName(order.country) }],
    };
  },
  readDelivered: parseGiftCardOrder,
  listed: () => ({ cardId: null }),
  keep: (card, row) => saveSecret(vault, vaultEntryOf(card, row)),
  isAnothers: (card, row) => isKeptBeside(vault, { id: row.id, kind: 'gift-card', secret: card.secret }),
  storedOrder: readStoredOrder,
});

function feeOf(cents: number | null, paidAtomic: bigint) {
  if (cents === null)
    return { atomic: null, note: 'Laso converts the amount to dollars; its fee is included in the price.' };
  const atomic = paidAtomic - centsToUsdcAtomic(cents);
  return atomic > 0n
    ? { atomic, note: 'Laso’s fee for this gift card, on top of the amount.' }
    : { atomic: 0n, note: 'Laso charges none for this gift card and also pays the network fee.' };
}

/** Belongs to the wallet that paid, under the payment's own id. */
function vaultEntryOf(card: GiftCard, row: PaymentRow): NewVaultEntry {
  const order = readStoredOrder(row.product);
  const worth = order && worthOf(card.amount, order);
  const details = {
    network: row.network,
    paidUsdcAtomic: row.amountAtomic,
    ...(order && { lasoServerId: order.id, country: order.country }),
    ...(worth?.ordered && { ordered: worth.ordered }),
    ...(card.cardId !== null && { cardId: card.cardId }),
    holds: partsOf(card.secret).join(','),
  };
  return {
    id: row.id,
    account: accountIdOf(row.payer),
    kind: 'gift-card',
    label: order?.name ?? 'Gift card',
    amount: worth?.amount ?? null,
    details,
    // This device's time, as sign-outs are noted with it.
    boughtAtMs: row.history.at(-1)?.atMs ?? 0,
    secret: card.secret,
  };
}
