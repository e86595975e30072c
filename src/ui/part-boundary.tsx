import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { RowBoundary } from './row-boundary.tsx';

const Failed = () => (
  <ErrorState
    title="This part of the page cannot be shown."
    detail="The rest is as it should be. Any payment you had started is kept on this device, under Payments."
    retryLabel="Reload the page"
    onRetry={() => location.reload()}
  />
);

/** A part of a page that fails alone. `of`: what it draws; another one is tried again. */
export const PartBoundary = ({ of, children }: { of?: unknown; children: ReactNode }) => (
  <RowBoundary version={of} frame={() => <Failed />}>
    {children}
  </RowBoundary>
);
