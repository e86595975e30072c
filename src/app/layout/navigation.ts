import { paths } from '#config/paths.ts';
import type { LasoConfig } from '#config/config-schema.ts';
import { accountCardRoute } from '../account-card-route.ts';

/** The main navigation, in the contract's order. */
const navigation = [
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
