import * as z from 'zod/mini';
import { PREFERENCES_KEY } from './keys.ts';
import { createStoredState, readFields } from './stored-state.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How an account is called and marked on this device; `colour` counts the tints of ui/tints.css. */
const accountLook = z.object({ name: z.string(), colour: z.int() });
export type AccountLabel = z.infer<typeof accountLook>;

export interface Preferences {
  theme: Theme;
  /** Revealed card details, pictures, codes and links go when the window loses the focus, not only when their time is up. */
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
      accounts: z.record(z.string(), accountLook),
      thresholds: z.record(z.string(), z.int()),
    },
    { theme: 'system', hideOnBlur: false, accounts: {}, thresholds: {} },
  ),
);
