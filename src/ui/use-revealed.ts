import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { oncePast } from './once-past.ts';

/** How long a revealed secret stays in sight (product.md §3). */
export const REVEAL_MS = 30_000;

export interface Shown<T> {
  values: T;
  hideAtMs: number;
}

interface Revealed<T> {
  shown: Shown<T> | null;
  pending: boolean;
  error: unknown;
  /**
   * Resolves to true when the secret came into sight; false when it failed (see `error`) or was hidden
   * meanwhile.
   */
  reveal: () => Promise<boolean>;
  hide: () => void;
}

interface RevealRules {
  /** The owner's setting (`storage/preferences.ts`), which this layer does not know. */
  hideOnBlur: boolean;
}

/**
 * The one way to show a secret: card numbers, one-time pictures, codes, redemption links. It holds one
 * fetched secret in this component only, never in the query cache, which would keep it. It hides the secret
 * after 30 s by the timer or by the clock (the computer may have slept), when the tab is hidden or frozen,
 * when the page is left (also into the back-forward cache), on `hide`, and, if the owner set that, when
 * another window gets the focus. An answer that took longer than 30 s is not shown: the person who asked may
 * be gone.
 */
export function useRevealed<T extends object>(
  fetchSecret: (signal: AbortSignal) => Promise<T>,
  { hideOnBlur }: RevealRules,
): Revealed<T> {
  const [shown, setShown] = useState<Shown<T> | null>(null);
  const [pending, setPending] = useState(false);
  // Not state: a page that is being left sets no state any more, and must stop the request all the same.
  const request = useRef<AbortController | null>(null);
  const [error, setError] = useState<unknown>(null);

  const hide = useCallback(() => {
    request.current?.abort();
    request.current = null;
    setPending(false);
    setShown(null);
  }, []);

  async function reveal(): Promise<boolean> {
    hide();
    const controller = new AbortController();
    const askedAtMs = Date.now();
    request.current = controller;
    setPending(true);
    setError(null);
    try {
      const values = await fetchSecret(controller.signal);
      const late = Date.now() - askedAtMs >= REVEAL_MS;
      if (controller.signal.aborted || document.hidden || late) return false;
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
    // Synchronously: a page that is frozen or put into the back-forward cache draws nothing more, so the
    // secret would stay on screen.
    const hideNow = () => flushSync(hide);
    const onHidden = () => {
      if (document.hidden) hideNow();
    };
    document.addEventListener('visibilitychange', onHidden);
    document.addEventListener('freeze', hideNow);
    addEventListener('pagehide', hideNow);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      document.removeEventListener('freeze', hideNow);
      removeEventListener('pagehide', hideNow);
      hide();
    };
  }, [hide]);

  useEffect(() => {
    if (!hideOnBlur) return;
    addEventListener('blur', hide);
    return () => removeEventListener('blur', hide);
  }, [hideOnBlur, hide]);

  useEffect(() => {
    return shown ? oncePast(shown.hideAtMs, () => flushSync(hide)) : undefined;
  }, [shown, hide]);

  return { shown, pending, error, reveal, hide };
}
