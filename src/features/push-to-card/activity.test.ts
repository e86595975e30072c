import { expect, test } from 'vitest';
import { transferActivity } from './activity.ts';
import { openTransfers } from './open-transfers.ts';
import { testTransfer } from '#testing/transfer.ts';

test('a transfer is one line: what was paid, what arrives, whether it is completed', () => {
  expect(
    transferActivity([testTransfer(), testTransfer({ id: 'card', kind: 'gift-card' })], '/push-to-card'),
  ).toEqual([
    {
      key: 'payment:row-1',
      accountId: '0xa1',
      kind: 'transfer',
      when: { kind: 'instant', ms: Date.UTC(2026, 0, 2) },
      title: 'Push to card',
      detail: 'Recipient gets $95.41',
      amountCents: 10_000,
      direction: 'out',
      status: 'Not completed yet',
      href: '/push-to-card',
      booked: {
        book: 'wallet',
        cardId: null,
        amountMicros: -100_000_000n,
        feeMicros: 4_590_000n,
        currency: 'USDC',
        transaction: null,
      },
    },
  ]);
});

test('what was not written down is not made up', () => {
  const [line] = transferActivity(
    [testTransfer({ amount: null, details: { paidUsdcAtomic: 'much' }, doneAtMs: 5 })],
    '/',
  );
  expect(line).toMatchObject({ detail: null, amountCents: null, status: 'Completed' });
});

test('open are the transfers nobody has marked as completed, oldest first', () => {
  const items = [
    testTransfer({ id: 'new', boughtAtMs: 3 }),
    testTransfer({ id: 'done', boughtAtMs: 2, doneAtMs: 9 }),
    testTransfer({ id: 'old', boughtAtMs: 1 }),
    testTransfer({ id: 'gift', kind: 'gift-card' }),
  ];
  expect(openTransfers(items).map(({ id }) => id)).toEqual(['old', 'new']);
});
