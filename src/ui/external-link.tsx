import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/**
 * A link to another site, in a new tab, without a referrer or an opener. The caller has checked the address:
 * https, and an expected host (lessons.md S18).
 */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer" className="link">
      {children}
      <span aria-hidden="true" className="text-muted">
        {' '}
        ↗
      </span>
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </a>
  );
}
