import { lazy, Suspense, type ComponentType } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { accountCardRoute } from './account-card-route.ts';
import { LazyClipboardNotice } from './layout/lazy-clipboard-notice.tsx';
import { ErrorScreen } from './layout/error-screen.tsx';
import { titleOf } from './layout/navigation.ts';
import { SignedIn } from './layout/signed-in.tsx';
import { PageSkeleton } from './layout/page-skeleton.tsx';
import { pageModules } from './page-modules.ts';
import { useArrival } from './layout/use-arrival.ts';

/** The page that a module is for, on a chunk of its own. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const OverviewPage = page(pageModules.overview, 'OverviewPage');
const CardsPage = page(pageModules.cards, 'CardsPage');
const CardPage = page(pageModules.card, 'CardPage');
const OrderUsCardPage = page(pageModules.orderUsCard, 'OrderUsCardPage');
const OrderIntlCardPage = page(pageModules.orderIntlCard, 'OrderIntlCardPage');
const PushToCardPage = page(pageModules.pushToCard, 'PushToCardPage');
const GiftCardsPage = page(pageModules.giftCards, 'GiftCardsPage');
const GiftCardPage = page(pageModules.giftCard, 'GiftCardPage');
const GiftCardsPurchasedPage = page(pageModules.giftCardsPurchased, 'GiftCardsPurchasedPage');
const BalancePage = page(pageModules.balance, 'BalancePage');
const MerchantsPage = page(pageModules.merchants, 'MerchantsPage');
const PaymentsPage = page(pageModules.payments, 'PaymentsPage');
const ActivityPage = page(pageModules.activity, 'ActivityPage');
const SettingsPage = page(pageModules.settings, 'SettingsPage');
const NotFoundPage = page(pageModules.notFound, 'NotFoundPage');
const SignInPage = page(pageModules.signIn, 'SignInPage');

/** Each page on its own chunk, its own loading state and its own failure: one that breaks leaves the navigation standing. */
export function AppRoutes() {
  const { pathname } = useLocation();
  const { accountCard } = useConfig();
  useArrival();
  return (
    <>
      <LazyClipboardNotice />
      <ErrorScreen key={pathname}>
        <Suspense fallback={<PageSkeleton title={titleOf(pathname)} />}>
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
            <Route path="settings" element={<SettingsPage />} />
            <Route path="sign-in" element={<SignInPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorScreen>
    </>
  );
}
