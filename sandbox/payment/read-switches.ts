import * as z from 'zod/mini';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';

/** Each switch's values, for the control route and the command line. */
export const switchesBody = z.strictObject({
  auth: z.optional(z.enum(['payment', 'siwx', 'both'])),
  authLink: z.optional(z.enum(['token', 'code'])),
  x402Version: z.optional(z.literal([1, 2])),
  paymentIdentifier: z.optional(z.boolean()),
  intlOrderId: z.optional(z.boolean()),
  pushToCard: z.optional(z.enum(['first', 'later'])),
  redemptionUrl: z.optional(z.nullable(z.string())),
  reloadableCards: z.optional(z.boolean()),
  billingAddress: z.optional(z.boolean()),
  giftCards: z.optional(z.enum(['first', 'later'])),
  merchantCardTypes: z.optional(z.boolean()),
  cardLines: z.optional(z.enum(['numbers', 'text', 'numbers-with-load'])),
  refreshesPerDay: z.optional(z.literal([24, 12])),
  errors: z.optional(z.enum(['bare', 'coded'])),
  headers: z.optional(z.enum(['none', 'exposed', 'hidden'])),
  maxTimeoutSeconds: z.optional(z.nullable(z.int())),
  intlFeeRate: z.optional(z.number().check(z.nonnegative(), z.maximum(1))),
  restrictionNotes: z.optional(z.boolean()),
  unknownGift: z.optional(z.enum(['late', 'early'])),
});

/** For `parseArgs`: each switch is an option of its name. */
export const SWITCH_OPTIONS = Object.fromEntries(
  Object.keys(DEFAULT_SWITCHES).map((name) => [name, { type: 'string' } as const]),
);

/** The switches among the command line's options; throws an error that names the wrong one. */
export function readSwitches(options: Record<string, unknown>): Partial<Switches> {
  const given = Object.entries(options).flatMap(([name, value]) =>
    name in DEFAULT_SWITCHES && typeof value === 'string' ? [[name, valueOf(value)]] : [],
  );
  const parsed = z.safeParse(switchesBody, Object.fromEntries(given));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return givenSwitches(parsed.data);
}

/** Only the given switches: an undefined one keeps its value. */
export function givenSwitches(wanted: z.infer<typeof switchesBody>): Partial<Switches> {
  const named = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}

/** "12" is read as a number and "false" as a flag; any other word is a text. */
function valueOf(text: string): unknown {
  return /^(true|false|null|\d+(\.\d+)?)$/.test(text) ? JSON.parse(text) : text;
}
