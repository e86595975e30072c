import type { ReactNode } from 'react';
import { MainNavigation, type NavigationEntry } from './main-navigation.tsx';
import { Wordmark } from './wordmark.tsx';

type AppShellProps = {
  navigation: readonly NavigationEntry[];
  /** The account switcher. */
  account: ReactNode;
  /** Above the page, across its width: offline, frozen account, a payment that needs attention. */
  notices?: ReactNode;
  children: ReactNode;
};

/** Rail (or bar), account and the page. The page brings its own `PageHeader`. */
export function AppShell({ navigation, account, notices, children }: AppShellProps) {
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        Skip to the page
      </a>
      <header className="shell-top">
        <Wordmark />
        {account}
      </header>
      <MainNavigation entries={navigation} />
      <main id="main" tabIndex={-1} className="shell-main">
        {notices}
        {children}
      </main>
    </div>
  );
}
