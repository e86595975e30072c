import type { ActivityKind } from './activity.ts';

/** What lists, notices and guards need to know of a product without loading its code: plain data. */
export interface ProductFacts {
  /** As Payments, Activity and the texts for support call it. */
  readonly name: string;
  /** At the start of a sentence: "A U.S. card of 50.00 USDC was paid by …". */
  readonly sentenceStart: string;
  /** The card list of Laso that shows what was bought; null when Laso lists it nowhere (gift cards, transfers). */
  readonly list: 'us' | 'intl' | null;
  /** What its payment is in Activity. */
  readonly activity: ActivityKind;
  /** It buys nothing but the session of the wallet that pays: nothing of it can be lost, and another wallet's is another one. */
  readonly signsIn: boolean;
  /** The members of its order, beside `amountCents`, that make two orders the same one: not the price, which may move. */
  readonly sameOrderBy: readonly string[];
}

/**
 * Every product, by the kind that the journal stores. A product's own object (`payments/quote/product.ts`) is these facts and what
 * it takes to order it.
 */
export const PRODUCT_FACTS = {
  'us-card': {
    name: 'U.S. card',
    sentenceStart: 'A U.S. card',
    list: 'us',
    activity: 'payment',
    signsIn: false,
    sameOrderBy: [],
  },
  'intl-card': {
    name: 'International card',
    sentenceStart: 'An international card',
    list: 'intl',
    activity: 'payment',
    signsIn: false,
    sameOrderBy: [],
  },
  'gift-card': {
    name: 'Gift card',
    sentenceStart: 'A gift card',
    list: null,
    activity: 'gift-card',
    signsIn: false,
    sameOrderBy: ['id', 'units', 'exponent', 'currency', 'country'],
  },
  'push-to-card': {
    name: 'Push to card',
    sentenceStart: 'A transfer to a card',
    list: null,
    activity: 'transfer',
    signsIn: false,
    sameOrderBy: ['currency'],
  },
  /** The $0.001 sign-in (laso-api.md §1.3). */
  auth: {
    name: 'Wallet sign-in',
    sentenceStart: 'A sign-in',
    list: null,
    activity: 'sign-in',
    signsIn: true,
    sameOrderBy: [],
  },
} as const satisfies Record<string, ProductFacts>;
