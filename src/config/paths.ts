import { wellFormed } from '#domain/plain-text.ts';

/** Half a surrogate pair, which `encodeURIComponent` throws on, becomes U+FFFD, as everywhere. */
const encoded = (text: string): string => encodeURIComponent(wellFormed(text));

/** Every address of the app, once. Paths are product.md's contract. */
export const paths = {
  overview: '/',
  signIn: '/sign-in',
  cards: '/cards',
  card: (cardId: string) => `/cards/${encoded(cardId)}`,
  orderUsCard: '/order/us-card',
  orderIntlCard: '/order/intl-card',
  giftCards: '/gift-cards',
  /** `country`: what the catalogue was filtered by, or empty. */
  giftCard: (lasoServerId: string, country: string) =>
    `/gift-cards/${encoded(lasoServerId)}${country ? `?country=${encoded(country)}` : ''}`,
  giftCardsPurchased: '/gift-cards/purchased',
  pushToCard: '/push-to-card',
  balance: '/balance',
  merchants: '/merchants',
  /** The acceptance of one merchant, from the name a transaction gives it. */
  merchant: (name: string) => `/merchants?q=${encoded(name)}`,
  activity: '/activity',
  payments: '/payments',
  settings: '/settings',
} as const;
