import * as z from 'zod/mini';
import { PREFERENCES_KEY } from './keys.ts';
import { createStoredState, readFields } from './stored-state.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * An account's name and color on this device. The color is the number of a tint in ui/tints.css; its field
 * keeps the spelling that is already stored.
 */
const accountLabel = z.object({ name: z.string(), colour: z.int() });
export type AccountLabel = z.infer<typeof accountLabel>;

export interface Preferences {
  theme: Theme;
  /**
   * Hides revealed card details, pictures, codes and links when the window loses focus, not only after their
   * time.
   */
  hideOnBlur: boolean;
  accounts: Record<string, AccountLabel>;
  /** What the owner changed of `SignalThresholds`; the rest is the domain's default. */
  thresholds: Record<string, number>;
}

/** What its owner set on this device. No account's data and nothing secret. */
export const usePreferences = createStoredState(
  PREFERENCES_KEY,
  readFields<Preferences>(
    {
      theme: z.enum(THEMES),
      hideOnBlur: z.boolean(),
      accounts: z.record(z.string(), accountLabel),
      thresholds: z.record(z.string(), z.int()),
    },
    { theme: 'system', hideOnBlur: false, accounts: {}, thresholds: {} },
  ),
);
