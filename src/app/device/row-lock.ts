import { isLocked, useSessions } from '#session/session-store.ts';
import type { OwnedRow } from '#payments/journal/unreadable-record.ts';

/** Whether a payment belongs to an account that was signed out on this device: then nobody here gets to see it (product.md §1). */
export const isRowLocked = (
  { accountId, payer, history }: OwnedRow,
  sessions = useSessions.getState().sessions,
): boolean => isLocked(sessions, [accountId, payer], history[0]?.atMs);
