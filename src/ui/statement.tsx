import type { ReactNode } from 'react';

/** The sentence a page begins with: what there is to know, amounts included. Amounts in it are drawn by `Money`. */
export function Statement({ children }: { children: ReactNode }) {
  return <p className="max-w-[34em] text-lg text-muted sm:text-xl sm:tracking-tight">{children}</p>;
}
