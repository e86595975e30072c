import type { AccountId } from '../account.ts';
import type { Card } from '../card.ts';
import type { KnownPayment } from '../signals/payments.ts';
import type { Alert } from './alert.ts';
import { ALERT_KINDS, type AlertKind, type AlertRule, type AlertRules } from './alert-rules.ts';
import { findLarge, findLowBalance, findOpenPayments, findReady, findSpent, findSpentAt } from './finders.ts';

/** Something that was read, and when; ms. */
export interface Read<T> {
  value: T;
  atMs: number;
}

/** What was read of one account; null is not read, and tells nothing. */
export interface KnownOfAccount {
  accountId: AccountId;
  us: Read<readonly Card[]> | null;
  intl: Read<readonly Card[]> | null;
  /** Laso's account balance, in cents. */
  balance: Read<number> | null;
  /** Those of this browser for the account. They are on this device, so they have no age. */
  payments: readonly KnownPayment[] | null;
  nowMs: number;
}

export interface RuleResult {
  kind: AlertKind;
  /**
   * Which lists were read, "us intl". When a list can be read for the first time, its items are history, not
   * news.
   */
  of: string;
  sinceMs: number;
  /** Everything the rule finds now, also what was reported before (`first-look.ts` sorts that out). */
  found: Alert[];
}

/**
 * Runs each rule that is on with the lists that were read: one unreadable list does not silence the others.
 * Days are the reader's.
 */
export const alertsOf = (rules: AlertRules, known: KnownOfAccount): RuleResult[] =>
  ALERT_KINDS.flatMap((kind) => {
    const rule = rules[kind];
    if (!rule.on) return [];
    return lookWith(kind, rule, since(rule.sinceMs, known)).map((look) => ({
      kind,
      sinceMs: rule.sinceMs,
      ...look,
    }));
  });

/** What was read before the rule was on would make all that happened between the two news. */
function since(sinceMs: number, known: KnownOfAccount): KnownOfAccount {
  const fresh = <T>(read: Read<T> | null) => (read && read.atMs >= sinceMs ? read : null);
  return { ...known, us: fresh(known.us), intl: fresh(known.intl), balance: fresh(known.balance) };
}

type Look = Pick<RuleResult, 'of' | 'found'>;

function lookWith(kind: AlertKind, rule: AlertRule, known: KnownOfAccount): Look[] {
  const { accountId, us, intl, balance, payments, nowMs } = known;
  const lists = [
    ...(us ? [{ of: 'us', cards: us.value }] : []),
    ...(intl ? [{ of: 'intl', cards: intl.value }] : []),
  ];
  const together = {
    of: lists.map(({ of }) => of).join(' '),
    cards: lists.flatMap(({ cards }) => cards),
  };
  const one = { accountId, nowMs };
  switch (kind) {
    case 'order':
      return lists.map(({ of, cards }) => ({ of, found: findLarge(rule, one, cards) }));
    case 'card-ready':
      return lists.map(({ of, cards }) => ({ of, found: findReady(rule, one, cards) }));
    case 'day':
    case 'merchant-day': {
      // One list alone tells the least that was spent: above the amount is above it.
      const find = kind === 'day' ? findSpent : findSpentAt;
      return lists.length > 0 ? [{ of: together.of, found: find(rule, one, together.cards) }] : [];
    }
    case 'low-balance': {
      // Without one of them less would seem left than is.
      const found = us && intl && balance && findLowBalance(rule, one, together.cards, balance.value);
      return found ? [{ of: '', found }] : [];
    }
    case 'payment':
      return payments ? [{ of: '', found: findOpenPayments(one, payments) }] : [];
  }
}

export interface Gap {
  kind: AlertKind;
  /** What is still looked at. */
  watched: 'nothing' | 'us' | 'intl';
}

/** Which rules that are on cannot be watched in full, by what of the account can be read. */
export const gapsOf = (
  rules: AlertRules,
  readable: { us: boolean; intl: boolean; balance: boolean },
): Gap[] =>
  ALERT_KINDS.flatMap((kind): Gap[] => {
    const { us, intl, balance } = readable;
    if (!rules[kind].on || kind === 'payment') return [];
    if (kind === 'low-balance') return us && intl && balance ? [] : [{ kind, watched: 'nothing' }];
    if (us && intl) return [];
    return [{ kind, watched: us ? 'us' : intl ? 'intl' : 'nothing' }];
  });
