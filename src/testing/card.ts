import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';

/** A ready U.S. card for tests, with what the test cares about. */
export const testCard = (given: Partial<Card> = {}): Card => ({
  id: 'card_1',
  accountId: accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc'),
  queuedOrderCardId: null,
  type: 'us',
  typeName: 'Non-Reloadable U.S.',
  status: 'ready',
  rawStatus: 'ready',
  state: null,
  usdAmountCents: 5_000,
  chargedCents: null,
  feesCents: null,
  country: 'US',
  label: null,
  orderedAtMs: 1_000_000,
  updatedAtMs: 1_000_000,
  balanceUpdateRequestedAtMs: null,
  availableCents: 5_000,
  last4: '4242',
  billingAddress: null,
  transactions: [],
  unreadLines: [],
  ...given,
});
