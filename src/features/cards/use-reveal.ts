import { useCallback, useEffect, useRef, useState } from 'react';
import type { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import { oncePast } from '#ui/once-past.ts';

/** How long a revealed detail stays in sight (product.md §3). */
export const REVEAL_MS = 30_000;

interface Shown<T> {
  values: T;
  hideAtMs: number;
}

export interface Reveal<T> {
  shown: Shown<T> | null;
  pending: boolean;
  error: unknown;
  /** Resolves to true when the detail came into sight; false when it failed (see `error`) or was hidden meanwhile. */
  reveal: () => Promise<boolean>;
  hide: () => void;
}

/**
 * Holds one fetched secret in this component and nowhere else: not in the query cache, which would keep it. Gone after 30 s, when the tab is
 * hidden, on leaving the page (also into the back-forward cache), on `hide`, and when another window gets the focus, if its owner set that.
 */
export function useReveal<T extends Record<string, Secret>>(
  fetchSecret: (signal: AbortSignal) => Promise<T>,
): Reveal<T> {
  const [shown, setShown] = useState<Shown<T> | null>(null);
  const [pending, setPending] = useState(false);
  // Not state: a page that is being left sets no state any more, and must stop the request all the same.
  const request = useRef<AbortController | null>(null);
  const [error, setError] = useState<unknown>(null);
  const hideOnBlur = usePreferences((preferences) => preferences.hideOnBlur);

  const hide = useCallback(() => {
    request.current?.abort();
    request.current = null;
    setPending(false);
    setShown(null);
  }, []);

  async function reveal(): Promise<boolean> {
    const controller = new AbortController();
    request.current = controller;
    setPending(true);
    setError(null);
    try {
      const values = await fetchSecret(controller.signal);
      if (controller.signal.aborted || document.hidden) return false;
      setShown({ values, hideAtMs: Date.now() + REVEAL_MS });
      return true;
    } catch (caught) {
      if (!controller.signal.aborted) setError(caught);
      return false;
    } finally {
      if (request.current === controller) {
        request.current = null;
        setPending(false);
      }
    }
  }

  useEffect(() => {
    const onHidden = () => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', hide);
      hide();
    };
  }, [hide]);

  useEffect(() => {
    if (!hideOnBlur) return;
    addEventListener('blur', hide);
    return () => removeEventListener('blur', hide);
  }, [hideOnBlur, hide]);

  useEffect(() => {
    return shown ? oncePast(shown.hideAtMs, () => setShown(null)) : undefined;
  }, [shown]);

  return { shown, pending, error, reveal, hide };
}
