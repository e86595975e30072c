import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { ConfigContext } from '#config/config-context.ts';
import type { LasoConfig } from '#config/config-schema.ts';
import { AccountsContext, LasoContext, type Laso } from '#session/laso-context.ts';
import { testConfig } from './test-config.ts';

interface Providers {
  config?: LasoConfig;
  /** The address in the router. */
  path?: string;
  queryClient?: QueryClient;
  /** The account on screen, and the client that asks Laso about it. Null: no account is signed in. */
  laso?: Laso | null;
  /** Every account on screen; without it, the one of `laso`. */
  accounts?: readonly Laso[];
}

/** A read that fails counts as failed at once. */
export const testQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** What the app puts around a page: for the `wrapper` of `render` and `renderHook`. */
export function withProviders({
  config = testConfig(),
  path = '/',
  queryClient = testQueryClient(),
  laso = null,
  accounts = laso ? [laso] : [],
}: Providers = {}) {
  return ({ children }: { children: ReactNode }): ReactElement => (
    <ConfigContext value={config}>
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={[path]}>
          <AccountsContext value={accounts}>
            <LasoContext value={laso}>{children}</LasoContext>
          </AccountsContext>
        </MemoryRouter>
      </QueryClientProvider>
    </ConfigContext>
  );
}

/** Renders a page or a part of one as the app does. A `rerender` keeps the providers. */
export const renderWithProviders = (ui: ReactElement, providers?: Providers): RenderResult =>
  render(ui, { wrapper: withProviders(providers) });
