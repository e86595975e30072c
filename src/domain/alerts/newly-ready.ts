import { answersTo, type Card } from '../card.ts';
import { isReady } from './finders.ts';

/** Cards that were on their way when a list was read before, and can be used now. */
export const newlyReady = (before: readonly Card[], now: readonly Card[]): Card[] =>
  before
    .filter(({ status }) => status === 'pending' || status === 'queued')
    .flatMap(({ id }) => now.filter((card) => answersTo(card, id) && isReady(card)));
