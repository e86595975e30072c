import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense, useState, type ReactNode } from 'react';
import { BrowserRouter, useNavigate } from 'react-router';
import { ConfigContext, useConfig } from '#config/config-context.ts';
import { AccountMenu } from '#features/session/account-menu.tsx';
import type { Leaving } from '#features/session/open-payment.ts';
import { linkDecided, type OpenedLink } from '#features/session/opened-link.ts';
import { SessionEndedNotice } from '#features/session/session-ended-notice.tsx';
import { countRecords } from '#storage/has-records.ts';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { ErrorScreen } from './layout/error-screen.tsx';
import { AppShell } from './layout/app-shell.tsx';
import { PlainShell } from './layout/plain-shell.tsx';
import { LazyAlerts } from './watch/lazy-alerts.tsx';
import { OpenPaymentsWatch } from './watch/open-payments-watch.tsx';
import { OfflineNotice } from './layout/offline-notice.tsx';
import type { openPayments } from './device/open-payments.ts';
import { LinkPage } from './pages/link-page.tsx';
import { paths } from '#config/paths.ts';
import { navigationOf } from './layout/navigation.ts';
import { AppRoutes } from './routes.tsx';
import { ServicesContext, type Services } from './services.ts';
import { StorageNotice } from './layout/storage-notice.tsx';

/** Signing out must work without it: offline, its code may never have been fetched. */
const SignOutCodes = lazy<(props: { leaving: Leaving }) => ReactNode>(() =>
  import('./device/sign-out-codes.tsx').then(
    (module) => ({ default: module.SignOutCodes }),
    () => ({ default: () => null }),
  ),
);

/** The journal is read when somebody signs out, so its code is fetched then; a browser that never paid needs none. */
const readOpenPayments: typeof openPayments = async () =>
  (await countRecords('payments')) === 0 ? [] : (await import('./device/open-payments.ts')).openPayments();

export function App({ services, openedLink }: { services: Services; openedLink: OpenedLink | null }) {
  return (
    <StrictMode>
      <ServicesContext value={services}>
        <ConfigContext value={services.config}>
          <QueryClientProvider client={services.queryClient}>
            <BrowserRouter>
              <ErrorScreen frame={(message) => <PlainShell>{message}</PlainShell>}>
                <Dashboard openedLink={openedLink} />
              </ErrorScreen>
            </BrowserRouter>
          </QueryClientProvider>
        </ConfigContext>
      </ServicesContext>
    </StrictMode>
  );
}

function Dashboard({ openedLink }: { openedLink: OpenedLink | null }) {
  const [link, setLink] = useState(openedLink);
  const navigate = useNavigate();
  const config = useConfig();
  if (link)
    return (
      <LinkPage
        link={link}
        onDecided={() => {
          linkDecided();
          setLink(null);
          void navigate(paths.overview, { replace: true });
        }}
      />
    );
  return (
    <AppShell
      navigation={navigationOf(config)}
      account={
        <AccountMenu
          openPayments={readOpenPayments}
          keptCodes={(leaving) => (
            <Suspense>
              <SignOutCodes leaving={leaving} />
            </Suspense>
          )}
          onAddAccount={() => void navigate(paths.signIn)}
        />
      }
      notices={
        <>
          <RowBoundary what="A notice">
            <OfflineNotice />
          </RowBoundary>
          <RowBoundary what="A notice">
            <StorageNotice />
          </RowBoundary>
          <RowBoundary what="A notice">
            <SessionEndedNotice />
          </RowBoundary>
          <RowBoundary what="A notice">
            <LazyAlerts />
          </RowBoundary>
        </>
      }
    >
      <RowBoundary what="A notice">
        <OpenPaymentsWatch />
      </RowBoundary>
      <AppRoutes />
    </AppShell>
  );
}
