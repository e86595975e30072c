import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { VISITS_KEY } from './keys.ts';
import { createStoredState, readFields } from './stored-state.ts';

/**
 * When the activity was last viewed, and its lines of the days around then: as hashes, because names of
 * merchants must not be stored here.
 */
const visit = z.object({ atMs: z.number(), recent: z.array(z.number()) });
export type Visit = z.infer<typeof visit>;

export const useVisits = createStoredState(
  VISITS_KEY,
  readFields<{ byAccount: Record<string, Visit> }>(
    { byAccount: z.record(z.string(), visit) },
    { byAccount: {} },
  ),
);

export const noteVisit = (account: AccountId, seen: Visit): void =>
  useVisits.setState(({ byAccount }) => ({ byAccount: { ...byAccount, [account]: seen } }));
