import type { ReactNode } from 'react';
import { Wordmark } from './wordmark.tsx';

/** A page without navigation: sign-in, the landing of a login link, a failure of everything. */
export function PlainShell({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-130 flex-col gap-10 px-5 py-8 sm:py-16">
      <header>
        <Wordmark />
      </header>
      <main className="flex flex-col gap-8">{children}</main>
    </div>
  );
}
