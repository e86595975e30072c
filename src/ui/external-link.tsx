import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/**
 * A link to another site, in a new tab, telling it nothing about us. Only for addresses the caller has checked: https, a host that is expected
 * (lessons.md S18).
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
