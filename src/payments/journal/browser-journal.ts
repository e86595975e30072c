import { database } from '#storage/database.ts';
import { createJournal } from './journal.ts';

/** This browser's one record of payments. */
export const journal = createJournal({ open: database });
