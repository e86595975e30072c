import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { ClipboardNotice } from '#features/cards/clipboard-notice.tsx';
import { accountCardRoute } from './account-card-route.ts';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { SignedIn } from './signed-in.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { pageModules } from './page-modules.ts';
import { useArrival } from './use-arrival.ts';

const OverviewPage = lazy(() => pageModules.overview().then((module) => ({ default: module.OverviewPage })));
const CardsPage = lazy(() => pageModules.cards().then((module) => ({ default: module.CardsPage })));
const CardPage = lazy(() => pageModules.card().then((module) => ({ default: module.CardPage })));
const OrderUsCardPage = lazy(() =>
  pageModules.orderUsCard().then((module) => ({ default: module.OrderUsCardPage })),
);
const OrderIntlCardPage = lazy(() =>
  pageModules.orderIntlCard().then((module) => ({ default: module.OrderIntlCardPage })),
);
const PushToCardPage = lazy(() =>
  pageModules.pushToCard().then((module) => ({ default: module.PushToCardPage })),
);
const GiftCardsPage = lazy(() =>
  pageModules.giftCards().then((module) => ({ default: module.GiftCardsPage })),
);
const GiftCardPage = lazy(() => pageModules.giftCard().then((module) => ({ default: module.GiftCardPage })));
const GiftCardsPurchasedPage = lazy(() =>
  pageModules.giftCardsPurchased().then((module) => ({ default: module.GiftCardsPurchasedPage })),
);
const BalancePage = lazy(() => pageModules.balance().then((module) => ({ default: module.BalancePage })));
const MerchantsPage = lazy(() =>
  pageModules.merchants().then((module) => ({ default: module.MerchantsPage })),
);
const PaymentsPage = lazy(() => pageModules.payments().then((module) => ({ default: module.PaymentsPage })));
const ActivityPage = lazy(() => pageModules.activity().then((module) => ({ default: module.ActivityPage })));
const SignInPage = lazy(() => pageModules.signIn().then((module) => ({ default: module.SignInPage })));

/** Each page on its own chunk, its own loading state and its own failure: one that breaks leaves the navigation standing. */
export function AppRoutes() {
  const { pathname } = useLocation();
  const { accountCard } = useConfig();
  useArrival();
  return (
    <>
      <ClipboardNotice />
      <ErrorScreen key={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route element={<SignedIn />}>
              <Route index element={<OverviewPage />} />
              <Route path="cards" element={<CardsPage />} />
              <Route path="cards/:cardId" element={<CardPage />} />
              <Route path="balance" element={<BalancePage />} />
              <Route path="merchants" element={<MerchantsPage />} />
              <Route path="activity" element={<ActivityPage />} />
              <Route path="gift-cards" element={<GiftCardsPage />} />
            </Route>
            <Route path="order/us-card" element={<OrderUsCardPage />} />
            <Route path="order/intl-card" element={<OrderIntlCardPage />} />
            <Route path="push-to-card" element={<PushToCardPage />} />
            <Route path="gift-cards/:lasoServerId" element={<GiftCardPage />} />
            <Route path="gift-cards/purchased" element={<GiftCardsPurchasedPage />} />
            <Route path="payments" element={<PaymentsPage />} />
            {accountCardRoute && accountCard && (
              <Route path={accountCardRoute.path} element={<accountCardRoute.Page />} />
            )}
            <Route path="sign-in" element={<SignInPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorScreen>
    </>
  );
}
