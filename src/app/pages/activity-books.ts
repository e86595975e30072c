import { lineIds } from '#features/cards/line-ids.ts';
import { revealActivity } from '#features/cards/reveal/reveal-activity.ts';
import { withPayments } from '#features/payments/with-payments.ts';
import { sessionActivity } from '#features/session/activity.ts';
import type { Books } from './activity-of.ts';
import { paths } from '#config/paths.ts';

export const BOOKS: Books = {
  lineIds,
  withPayments,
  visits: ({ accounts, reveals, sessions }) => [
    ...accounts.flatMap((account, at) => revealActivity(account, reveals[at] ?? [], paths.card)),
    ...sessionActivity(sessions),
  ],
};
