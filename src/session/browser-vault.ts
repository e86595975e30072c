import { isLocked, useSessions } from './session-store.ts';
import { database } from '#storage/database.ts';
import { createVault } from '#storage/vault.ts';

/** This browser's vault: what belongs to an account that was signed out here stays locked until it signs in again. */
export const vault = createVault({
  open: database,
  isLocked: ({ account, boughtAtMs }) => isLocked(useSessions.getState().sessions, [account], boughtAtMs),
});
