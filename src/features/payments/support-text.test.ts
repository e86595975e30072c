import { expect, test } from 'vitest';
import { exportName, exportText } from './export-text.ts';
import { paymentThrough, STARTED_MS } from '#testing/payment-row.ts';
import { supportText } from './support-text.ts';

const HASH = `0x${'ab'.repeat(32)}`;

test('support gets amount, times, transaction and user id as Laso writes it', () => {
  const text = supportText(
    paymentThrough(['quoted', 'signing', 'signed', 'sent', 'paid-not-delivered'], { transaction: HASH }),
  );
  expect(text.split('\n')).toEqual([
    'Payment of 50.00 USDC for a U.S. card: Paid, not delivered',
    'User id: 0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
    'Network: Base (eip155:8453)',
    'Recipient: 0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37',
    `Transaction: ${HASH}`,
    '2026-11-21T12:00:00.000Z quoted',
    '2026-11-21T12:00:01.000Z signing',
    '2026-11-21T12:00:02.000Z signed',
    '2026-11-21T12:00:03.000Z sent',
    '2026-11-21T12:00:04.000Z paid-not-delivered',
  ]);
});

test('what is not known is said, and a card is named once there is one', () => {
  const open = paymentThrough(['quoted', 'signing', 'signed', 'sent', 'unknown']);
  expect(supportText(open)).toContain('Transaction: not known');
  expect(supportText(open)).not.toContain('Card:');
  expect(supportText({ ...open, cardId: 'card_1' })).toContain('\nCard: card_1\n');
});

test('neither the text nor the exported file carries a signed payment', () => {
  // A row that slipped in whole, with more than its type has.
  const row = {
    ...paymentThrough(['quoted', 'signing', 'signed']),
    signed: { headerValue: 'SIGNED-CANARY' },
  };
  expect(supportText(row)).not.toContain('CANARY');
  expect(exportText([{ kind: 'row', row }], STARTED_MS)).not.toContain('CANARY');
});

test('the exported file holds the rows as they are, under a name with its day', () => {
  const rows = [paymentThrough(['quoted', 'signing', 'not-charged'], { reason: 'Declined.' })];
  expect(
    JSON.parse(
      exportText(
        rows.map((row) => ({ kind: 'row', row })),
        STARTED_MS,
      ),
    ),
  ).toEqual({
    exportedAt: '2026-11-21T12:00:00.000Z',
    payments: rows,
  });
  expect(exportName(STARTED_MS)).toBe('laso-payments-2026-11-21.json');
});
