import * as z from 'zod/mini';
import { createStoredState } from './stored-state.ts';

export const PREFERENCES_KEY = 'laso.preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How an account is called and marked on this device; `colour` counts the tints of ui/tints.css. */
const accountLook = z.object({ name: z.string(), colour: z.int() });
export type AccountLook = z.infer<typeof accountLook>;

const schema = z.object({
  theme: z.catch(z.enum(THEMES), 'system'),
  /** Revealed card details go when the window loses the focus, not only when their time is up. */
  hideOnBlur: z.catch(z.boolean(), false),
  accounts: z.catch(z.record(z.string(), accountLook), {}),
  /** What the owner changed of `SignalThresholds`; the rest is the domain's default. */
  thresholds: z.catch(z.record(z.string(), z.int()), {}),
});

export type Preferences = z.infer<typeof schema>;

const readPreferences = (stored: unknown): Preferences =>
  z.parse(schema, typeof stored === 'object' && stored !== null ? stored : {});

/** What its owner set on this device. No account's data and nothing secret. */
export const usePreferences = createStoredState(PREFERENCES_KEY, readPreferences);
