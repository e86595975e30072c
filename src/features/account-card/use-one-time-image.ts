import { useCallback, useEffect, useRef, useState } from 'react';
import type { Secret } from '#domain/secret.ts';
import { oncePast } from '#ui/once-past.ts';

/** How long an image stays in the page (product.md §11). */
export const SHOWN_MS = 30_000;

export interface OneTimeImage {
  shown: { address: Secret; hideAtMs: number } | null;
  pending: boolean;
  /** Asks for a new address: the last one is used up. */
  show: () => Promise<void>;
  hide: () => void;
  /** The browser could not load the image. */
  failed: (error: unknown) => void;
}

/**
 * Holds the address of an image that can be loaded once, in this component and nowhere else. Gone after 30 s, when another window gets the
 * focus, when the tab is hidden, on leaving the page, and on `hide`. `onProblem`: what went wrong, and null when one is asked for.
 */
export function useOneTimeImage(
  request: (signal: AbortSignal) => Promise<Secret>,
  onProblem: (error: unknown) => void,
): OneTimeImage {
  const [shown, setShown] = useState<OneTimeImage['shown']>(null);
  const [pending, setPending] = useState(false);
  const running = useRef<AbortController | null>(null);

  const hide = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setPending(false);
    setShown(null);
    forgetLoads();
  }, []);

  async function show(): Promise<void> {
    hide();
    const controller = new AbortController();
    running.current = controller;
    setPending(true);
    onProblem(null);
    try {
      const address = await request(controller.signal);
      if (controller.signal.aborted || document.hidden) return;
      setShown({ address, hideAtMs: Date.now() + SHOWN_MS });
    } catch (caught) {
      if (!controller.signal.aborted) onProblem(caught);
    } finally {
      if (running.current === controller) {
        running.current = null;
        setPending(false);
      }
    }
  }

  useEffect(() => {
    const onHidden = () => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('blur', hide);
    addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('blur', hide);
      removeEventListener('pagehide', hide);
      hide();
    };
  }, [hide]);

  useEffect(() => {
    return shown ? oncePast(shown.hideAtMs, hide) : undefined;
  }, [shown, hide]);

  const failed = (caught: unknown) => {
    hide();
    onProblem(caught);
  };
  return { shown, pending, show, hide, failed };
}

/** The browser notes the address of each thing it loads, and these hold a token. */
export const forgetLoads = (): void => performance.clearResourceTimings();
