import * as z from 'zod/mini';
import { ALERTS_KEY } from './keys.ts';

const schema = z.object({
  rules: z.object({ order: z.object({ on: z.literal(true), limitCents: z.int() }) }),
});

/**
 * The amount in cents from which an order is an alert; null while that alert is off. Reads the key of
 * storage/alerts.ts directly, so that the overview does not bring the code of alerts into the first load.
 */
export function orderAlertCents(): number | null {
  try {
    const stored = z.safeParse(schema, JSON.parse(localStorage.getItem(ALERTS_KEY) ?? 'null'));
    return stored.success ? stored.data.rules.order.limitCents : null;
  } catch {
    return null;
  }
}
