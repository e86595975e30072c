/** Where each page's code comes from. Nothing here may reach wallet code statically: the supervisor never downloads it. */
export const pageModules = {
  overview: () => import('./pages/overview-page.tsx'),
  cards: () => import('./pages/cards-page.tsx'),
  card: () => import('./pages/card-page.tsx'),
  orderUsCard: () => import('./pages/order-us-card-page.tsx'),
  payments: () => import('./pages/payments-page.tsx'),
  signIn: () => import('./pages/sign-in-page.tsx'),
};

/** Fetches the supervisor's next page while the browser is idle. A failure costs nothing: the page fetches them again when opened. */
export function prefetchSupervisorPages(): void {
  const start = () => void pageModules.cards().catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else start();
}
