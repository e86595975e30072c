import type { ActivityItem } from '#domain/activity.ts';
import { rowId } from '#domain/row-id.ts';
import type { Session } from '#session/session.ts';

/** When each account was signed in on this device, back to its last sign-out, which leaves nothing. */
export const sessionActivity = (sessions: readonly Session[]): ActivityItem[] =>
  sessions.flatMap(({ accountId, signedInAtMs, earlierMs = [], keep }) =>
    [signedInAtMs, ...earlierMs].map((ms) => ({
      key: rowId('sign-in', accountId, ms),
      accountId,
      kind: 'sign-in',
      when: { kind: 'instant', ms },
      title: 'Signed in here',
      detail: ms !== signedInAtMs ? 'signed in again later' : keep ? 'kept on this device' : 'this tab only',
      amountCents: null,
      direction: null,
      status: null,
      href: null,
      booked: null,
    })),
  );
