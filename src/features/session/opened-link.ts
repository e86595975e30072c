import type { LinkSecrets } from '#laso/login-link.ts';
import { OPENED_LINK_KEY } from '#storage/keys.ts';

declare global {
  interface Window {
    /** Defined by the page's first script, public/take-login-link.js. Calling it says that the app has started. */
    takeLoginLink?: () => LinkSecrets | null;
  }
}

type Progress = 'waiting' | 'in-use';

export type OpenedLink =
  | { kind: 'link'; secrets: LinkSecrets }
  /** Reloaded before the click: nothing was sent, the link still works. */
  | { kind: 'forgotten' }
  /** Reloaded while it was being redeemed, or before its account was confirmed: it may be used up. */
  | { kind: 'interrupted' };

/** The link this page was opened with, once; else what a reload cut short in this tab; else null. */
export function takeOpenedLink(): OpenedLink | null {
  const secrets = window.takeLoginLink?.() ?? null;
  const before = remember(secrets ? 'waiting' : null);
  if (secrets) return { kind: 'link', secrets };
  if (before === null) return null;
  return { kind: before === 'waiting' ? 'forgotten' : 'interrupted' };
}

/** From now on a reload may not say that the link is unused. */
export const linkInUse = (): void => void remember('in-use');

/** The link was opened, refused or turned down: a reload has nothing to explain any more. */
export const linkDecided = (): void => void remember(null);

/** Returns what was remembered before. */
function remember(progress: Progress | null): string | null {
  try {
    const before = sessionStorage.getItem(OPENED_LINK_KEY);
    if (progress) sessionStorage.setItem(OPENED_LINK_KEY, progress);
    else sessionStorage.removeItem(OPENED_LINK_KEY);
    return before;
  } catch {
    return null;
  }
}
