import type { LinkSecrets } from '#laso/login-link.ts';

declare global {
  interface Window {
    /** Defined by the page's first script, public/take-login-link.js. */
    takeLoginLink?: () => LinkSecrets | null;
  }
}

/** Set while a link waits for its click. It holds no secret; after a reload it is all that is left of the link. */
const WAITING_KEY = 'laso.link-waiting';

export type OpenedLink = { kind: 'link'; secrets: LinkSecrets } | { kind: 'forgotten' };

/** The link this page was opened with, once; `forgotten` after a reload before the click; else null. */
export function takeOpenedLink(): OpenedLink | null {
  const secrets = window.takeLoginLink?.() ?? null;
  const waited = setWaiting(secrets !== null);
  if (secrets) return { kind: 'link', secrets };
  return waited ? { kind: 'forgotten' } : null;
}

/** The person decided: a reload has nothing to explain any more. */
export const linkDecided = (): void => void setWaiting(false);

/** Returns what was set before. */
function setWaiting(waiting: boolean): boolean {
  try {
    const before = sessionStorage.getItem(WAITING_KEY) !== null;
    if (waiting) sessionStorage.setItem(WAITING_KEY, '1');
    else sessionStorage.removeItem(WAITING_KEY);
    return before;
  } catch {
    return false;
  }
}
