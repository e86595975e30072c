/** Every address of the app, once. Paths are product.md's contract. */
export const paths = {
  overview: '/',
  signIn: '/sign-in',
  cards: '/cards',
  card: (cardId: string) => `/cards/${encodeURIComponent(cardId)}`,
  orderUsCard: '/order/us-card',
  activity: '/activity',
  payments: '/payments',
  settings: '/settings',
} as const;

/** The main navigation, in the contract's order. An entry appears with the issue that builds its page. */
export const navigation = [
  { to: paths.overview, label: 'Overview' },
  { to: paths.cards, label: 'Cards' },
  { to: paths.orderUsCard, label: 'Order card' },
  { to: paths.activity, label: 'Activity' },
  { to: paths.payments, label: 'Payments' },
] as const;
