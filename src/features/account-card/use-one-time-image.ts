import { useEffect } from 'react';
import type { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import { useRevealed, type Shown } from '#ui/use-revealed.ts';

export interface OneTimeImage {
  /** The address of the image. */
  shown: Shown<Secret> | null;
  pending: boolean;
  /** Asks for a new address: the last one is used up. */
  show: () => Promise<void>;
  hide: () => void;
  /** The browser could not load the image. */
  failed: (error: unknown) => void;
}

/**
 * The address of an image that can be loaded once, in sight as any other secret (`ui/use-revealed.ts`). `onProblem`: what went wrong, and null
 * when one is asked for.
 */
export function useOneTimeImage(
  request: (signal: AbortSignal) => Promise<Secret>,
  onProblem: (error: unknown) => void,
): OneTimeImage {
  const hideOnBlur = usePreferences((preferences) => preferences.hideOnBlur);
  const asked = async (signal: AbortSignal) => {
    try {
      return await request(signal);
    } catch (caught) {
      if (!signal.aborted) onProblem(caught);
      throw caught;
    }
  };
  const { shown, pending, reveal, hide } = useRevealed(asked, { hideOnBlur });
  useEffect(() => (shown ? forgetLoads : undefined), [shown]);
  const show = async () => {
    onProblem(null);
    await reveal();
  };
  const failed = (caught: unknown) => {
    hide();
    onProblem(caught);
  };
  return { shown, pending, show, hide, failed };
}

/** The browser notes the address of each thing it loads, and these hold a token. */
export const forgetLoads = (): void => performance.clearResourceTimings();
