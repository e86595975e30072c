import type { LasoConfig } from '#config/config-schema.ts';
import { wellFormed } from '#domain/plain-text.ts';
import { accountCardRoute } from './account-card-route.ts';

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

/** The main navigation, in the contract's order. An entry appears with the issue that builds its page. */
export const navigation = [
  { to: paths.overview, label: 'Overview' },
  { to: paths.cards, label: 'Cards' },
  { to: paths.orderUsCard, label: 'Order card', section: '/order/' },
  { to: paths.giftCards, label: 'Gift cards' },
  { to: paths.pushToCard, label: 'Push to card' },
  { to: paths.balance, label: 'Balance' },
  { to: paths.merchants, label: 'Merchants' },
  { to: paths.activity, label: 'Activity' },
  { to: paths.payments, label: 'Payments' },
  { to: paths.settings, label: 'Settings' },
] as const;

/** The heading of a page whose name and heading differ, or that the navigation does not name. */
const TITLES: Readonly<Record<string, string>> = {
  [paths.orderUsCard]: 'Order a U.S. card',
  [paths.orderIntlCard]: 'Order an international card',
  [paths.giftCardsPurchased]: 'Purchased gift cards',
  [paths.signIn]: 'Sign in',
  ...(accountCardRoute && { [accountCardRoute.path]: accountCardRoute.label }),
};

/** The page's heading, known before its code is here; undefined where only its data tells. */
export const titleOf = (pathname: string): string | undefined =>
  TITLES[pathname] ?? navigation.find(({ to }) => to === pathname)?.label;

/** With the second issuer's card at the end, where the build and the configuration have it. */
export const navigationOf = ({ accountCard }: LasoConfig) =>
  accountCardRoute && accountCard
    ? [...navigation, { to: accountCardRoute.path, label: accountCardRoute.label }]
    : navigation;
