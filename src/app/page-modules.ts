/** Where each page's code comes from. Nothing here may reach wallet code statically: the supervisor never downloads it. */
export const pageModules = {
  overview: () => import('./overview/overview-page.tsx'),
  cards: () => import('./pages/cards-page.tsx'),
  card: () => import('./pages/card-page.tsx'),
  orderUsCard: () => import('./pages/order-us-card-page.tsx'),
  balance: () => import('./pages/balance-page.tsx'),
  merchants: () => import('./pages/merchants-page.tsx'),
  activity: () => import('./pages/activity-page.tsx'),
  orderIntlCard: () => import('./pages/order-intl-card-page.tsx'),
  pushToCard: () => import('./pages/push-to-card-page.tsx'),
  giftCards: () => import('./pages/gift-cards-page.tsx'),
  giftCard: () => import('./pages/gift-card-page.tsx'),
  giftCardsPurchased: () => import('./pages/gift-cards-purchased-page.tsx'),
  payments: () => import('./pages/payments-page.tsx'),
  settings: () => import('./pages/settings-page.tsx'),
  notFound: () => import('./pages/not-found-page.tsx'),
  signIn: () => import('./pages/sign-in-page.tsx'),
};

/** Fetches what the supervisor sees next while the browser is idle. A failure costs nothing: it is fetched again when shown. */
export function prefetchSupervisorPages(): void {
  const start = () => void import('./overview/overview-details.tsx').catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else start();
}
