/**
 * The alerts that the owner can switch on (product.md §10). Each rule is checked for each account separately.
 */
export const ALERT_KINDS = ['order', 'day', 'merchant-day', 'low-balance', 'card-ready', 'payment'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface AlertRule {
  on: boolean;
  /** When it was switched on, or its amount was changed: nothing older is reported. */
  sinceMs: number;
  /** Cents; 0 for rules that have no amount. */
  limitCents: number;
}

export type AlertRules = Record<AlertKind, AlertRule>;

const off = (limitCents: number): AlertRule => ({ on: false, sinceMs: 0, limitCents });

export const DEFAULT_ALERT_RULES: AlertRules = {
  order: off(10_000),
  day: off(20_000),
  'merchant-day': off(10_000),
  'low-balance': off(2_000),
  'card-ready': off(0),
  payment: off(0),
};
