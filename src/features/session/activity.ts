import type { ActivityItem } from '#domain/activity.ts';
import type { Session } from './session.ts';

/** When each account was signed in on this device, as far as it still is. */
export const sessionActivity = (sessions: readonly Session[]): ActivityItem[] =>
  sessions.map(({ accountId, signedInAtMs, keep }) => ({
    key: `sign-in ${accountId} ${signedInAtMs}`,
    accountId,
    kind: 'sign-in',
    when: { kind: 'instant', ms: signedInAtMs },
    title: 'Signed in here',
    detail: keep ? 'kept on this device' : 'this tab only',
    amountCents: null,
    direction: null,
    status: null,
    href: null,
  }));
