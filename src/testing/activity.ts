import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { dollarEntry } from '#domain/book-entry.ts';

/** A card purchase of $12.50 for tests, with what the test cares about. */
export const testActivity = (given: Partial<ActivityItem> = {}): ActivityItem => ({
  key: 'line:card_1:2026-01-15:purchase:1250:abc',
  accountId: accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc'),
  kind: 'purchase',
  when: { kind: 'day', day: '2026-01-15' },
  title: 'Shop',
  detail: '•••• 4242',
  amountCents: 1_250,
  direction: 'out',
  status: null,
  href: '/cards/card_1',
  booked: dollarEntry('card', -1_250, { cardId: 'card_1' }),
  ...given,
});
