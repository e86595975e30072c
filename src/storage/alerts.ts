import * as z from 'zod/mini';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Alert } from '#domain/alerts/alert.ts';
import {
  ALERT_KINDS,
  DEFAULT_ALERT_RULES,
  type AlertKind,
  type AlertRule,
} from '#domain/alerts/alert-rules.ts';
import type { RuleResult } from '#domain/alerts/alerts-of.ts';
import { sinceLastLook, type Seen } from '#domain/alerts/first-look.ts';
import { ownValue } from '#domain/own-value.ts';
import { ALERTS_KEY } from './keys.ts';
import { createStoredState } from './stored-state.ts';

/** For each account. */
const MOST_ALERTS = 200;

const kind = z.enum(ALERT_KINDS);
const storedAlert = z.object({
  id: z.string(),
  kind,
  accountId: z.pipe(z.string(), z.transform(accountIdOf)),
  sentence: z.string(),
  atMs: z.number(),
  cardId: z.nullable(z.string()),
  foundAtMs: z.number(),
  /** Dismissed by the owner, or shown in a notice long ago: only in the history. */
  dismissed: z.boolean(),
});
export type StoredAlert = z.infer<typeof storedAlert>;

const rule = z.object({ on: z.boolean(), sinceMs: z.number(), limitCents: z.int() });
const seenOfRule = z.object({ sinceMs: z.number(), ids: z.readonly(z.array(z.string())) });
const ofAccount = z.object({
  /** By rule and by which lists it looked at. */
  seen: z.catch(z.record(z.string(), seenOfRule), {}),
  /** Newest first. */
  history: z.catch(z.array(storedAlert), []),
});

const schema = z.object({
  rules: z.catch(z.partialRecord(kind, rule), {}),
  notifications: z.catch(z.boolean(), false),
  byAccount: z.catch(z.record(z.string(), ofAccount), {}),
});

/**
 * The alert rules and what they found, on this device only. Signing an account out deletes what was found for
 * it (forget-accounts.ts). Nothing secret.
 */
export const useAlerts = createStoredState(ALERTS_KEY, (stored) => {
  const read = z.parse(schema, typeof stored === 'object' && stored !== null ? stored : {});
  return { ...read, rules: { ...DEFAULT_ALERT_RULES, ...read.rules } };
});

/** A rule that is switched on or gets another amount starts over. */
export function setAlertRule(kindOf: AlertKind, changed: Partial<AlertRule>, nowMs: number): void {
  useAlerts.setState(({ rules }) => ({
    rules: { ...rules, [kindOf]: { ...rules[kindOf], ...changed, sinceMs: nowMs } },
  }));
  dispatchEvent(new Event(ALERTS_KEY));
}

export const setNotifications = (notifications: boolean): void => useAlerts.setState({ notifications });

/** After each read of an account. What is new joins the history. */
export function noteRuleResults(
  account: { accountId: AccountId; signedInAtMs: number },
  looked: readonly RuleResult[],
  nowMs: number,
): void {
  const { accountId, signedInAtMs } = account;
  useAlerts.reread();
  const { rules, byAccount } = useAlerts.getState();
  // Skips rules that another tab changed or erased since they were evaluated.
  const valid = looked.filter(({ kind: one, sinceMs }) => rules[one].on && rules[one].sinceMs === sinceMs);
  const { seen, fresh } = sinceLastLook(ownValue(byAccount, accountId)?.seen ?? {}, valid, signedInAtMs);
  change(accountId, (kept) => (sameSeen(kept.seen, seen) ? kept : { ...kept, seen }));
  addAlerts(accountId, fresh, nowMs);
}

/** Adds each alert once: what the history has already is not added again. */
export function addAlerts(account: AccountId, alerts: readonly Alert[], nowMs: number): void {
  change(account, (kept) => {
    const known = new Set(kept.history.filter(({ kind: one }) => one !== 'low-balance').map(({ id }) => id));
    const added = alerts
      .filter(({ id }) => !known.has(id))
      .map((alert) => ({ ...alert, foundAtMs: nowMs, dismissed: false }));
    if (added.length === 0) return kept;
    return { ...kept, history: [...added, ...kept.history].slice(0, MOST_ALERTS) };
  });
}

export const dismissAlert = (account: AccountId, id: string): void =>
  change(account, (kept) => ({
    ...kept,
    history: kept.history.map((alert) => (alert.id === id ? { ...alert, dismissed: true } : alert)),
  }));

export const clearAlertHistory = (): void =>
  useAlerts.setState(({ byAccount }) => ({
    byAccount: Object.fromEntries(
      Object.entries(byAccount).map(([account, kept]) => [account, { ...kept, history: [] }]),
    ),
  }));

interface Kept {
  seen: Seen;
  history: StoredAlert[];
}

function change(account: AccountId, how: (kept: Kept) => Kept): void {
  useAlerts.reread();
  const { byAccount } = useAlerts.getState();
  const kept: Kept = ownValue(byAccount, account) ?? { seen: {}, history: [] };
  const changed = how(kept);
  // Every read in every tab ends here. Writing only changes keeps two tabs from triggering each other without
  // end.
  if (changed !== kept) useAlerts.setState({ byAccount: { ...byAccount, [account]: changed } });
}

const sameSeen = (a: Seen, b: Seen): boolean => JSON.stringify(a) === JSON.stringify(b);
