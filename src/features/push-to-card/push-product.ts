import { paths } from '#config/paths.ts';
import { accountIdOf } from '#domain/account.ts';
import { centsToUsdcAtomic, formatUsd } from '#domain/money.ts';
import { PRODUCT_FACTS } from '#domain/product-facts.ts';
import {
  parsePushTransfer,
  priceOnTopAtomic,
  PUSH_CURRENCIES,
  pushRequestUrl,
  type PushCurrency,
  type PushTransfer,
} from '#laso/get-push-to-card.ts';
import { orderAgainByAmount, type OrderWords, type Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { saveSecret } from '#storage/unsaved-secrets.ts';
import { isKeptBeside } from '#storage/kept-beside.ts';
import type { Vault } from '#storage/vault.ts';
import { pushTerms, type PushTerms } from './push-terms.ts';
import { transferEntry } from './transfer-entry.ts';

export interface PushToOrder extends Order {
  readonly kind: 'push-to-card';
  /** (later) Only where Laso was seen to hear it. `amountCents` is then the face value in it. */
  readonly currency?: PushCurrency;
}

/** `GET /get-push-to-card`. Its answer comes once: the redemption URL is in the vault before the payment counts as delivered. */
export const createPushProduct = (vault: Vault): Product<PushToOrder, PushTransfer> => ({
  ...PRODUCT_FACTS['push-to-card'],
  kind: 'push-to-card',
  links: {
    orderAgain: (order, retryOf) => orderAgainByAmount(paths.pushToCard, order, retryOf),
    delivered: { path: paths.pushToCard, label: 'Open the transfer' },
  },
  requestUrl: pushRequestUrl,
  price: ({ amountCents, currency }) => ({
    kind: 'at-quote',
    previewAtomic: documentedPrice(amountCents, currency),
  }),
  objections: (order, priceAtomic) =>
    pushTerms(order, priceAtomic).kind === 'unheard'
      ? [
          {
            code: 'amount',
            sentence: `Laso asks the price of a transfer in U.S. dollars. It does not send ${order.currency} here. Nothing was signed.`,
            expected: order.currency ?? 'USD',
            got: 'USD',
          },
        ]
      : [],
  words: (order, paidAtomic, delivered) => pushWords(order, pushTerms(order, paidAtomic), delivered),
  readDelivered: (body) => parsePushTransfer(body),
  listed: () => ({ cardId: null }),
  keep: (transfer, row) =>
    saveSecret(vault, transferEntry(transfer, { ...row, account: accountIdOf(row.payer) })),
  isAnothers: ({ redemptionUrl: url }, row) =>
    isKeptBeside(vault, { id: row.id, kind: 'transfer', secret: { code: null, pin: null, url } }),
  storedOrder: ({ kind, amountCents, ...rest }) => {
    if (kind !== 'push-to-card') return null;
    const currency = PUSH_CURRENCIES.find((one) => one === rest['currency']);
    return { kind, amountCents, ...(currency && { currency }) };
  },
});

/** Null in another currency: the rate is Laso's. */
function documentedPrice(amountCents: number, currency: PushCurrency | undefined): bigint | null {
  if (currency === undefined) return centsToUsdcAtomic(amountCents);
  return currency === 'USD' ? priceOnTopAtomic(amountCents) : null;
}

const FOR_CARDS: Record<PushCurrency, string> = {
  USD: 'U.S. debit cards only, of a U.S. bank account',
  EUR: 'Eurozone debit cards only',
  GBP: 'U.K. debit cards only',
};

function pushWords(order: PushToOrder, terms: PushTerms, delivered: PushTransfer | null): OrderWords {
  const currency = order.currency ?? 'USD';
  return {
    noun: 'transfer',
    get: { label: 'Recipient gets', ...whatRecipientGets(terms, currency, delivered) },
    fee: feeOf(terms),
    lines: [
      { key: 'cards', label: 'Goes to', text: FOR_CARDS[currency] },
      { key: 'then', label: 'Afterwards', text: 'Open a link, enter the recipient’s card' },
    ],
    making: 'prepares the transfer',
  };
}

/** Once there is an answer, it is what is shown (laso-api.md §3.2). */
function whatRecipientGets(terms: PushTerms, currency: PushCurrency, delivered: PushTransfer | null) {
  if (delivered)
    return delivered.amountCents === null
      ? { what: 'not stated in Laso’s answer', cents: null }
      : { what: '', cents: delivered.amountCents, currency: delivered.currency };
  if (terms.kind === 'unheard') return { what: 'unknown', cents: null };
  if (terms.kind === 'undocumented')
    return {
      what: `to be stated in Laso’s answer (${formatUsd(terms.documentedCents)} by its documents)`,
      cents: null,
    };
  return { what: '', cents: terms.recipientCents, currency };
}

function feeOf(terms: PushTerms): OrderWords['fee'] {
  const network = 'Laso also pays the network fee.';
  if (terms.kind === 'fee-within')
    return { atomic: terms.feeAtomic, note: `4.8% of what arrives, included in what you pay. ${network}` };
  if (terms.kind === 'fee-on-top')
    return {
      atomic: terms.feeAtomic,
      note: `4.8% of what arrives, at least 1.50, on top of it. ${network}`,
    };
  return { atomic: null, note: `4.8% by Laso’s documents. ${network}` };
}
