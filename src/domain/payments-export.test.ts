import { expect, test } from 'vitest';
import { paymentsExport } from './payments-export.ts';

test('an export is JSON with the records and the time', () => {
  expect(JSON.parse(paymentsExport({ payments: [{ amountAtomic: '1' }] }, 0))).toEqual({
    exportedAt: '1970-01-01T00:00:00.000Z',
    payments: [{ amountAtomic: '1' }],
  });
});

test('an export holds what can be read of damaged records, and never a signed payload', () => {
  const records = { payments: [{ id: 'a', signed: { payload: 'CANARY' } }], unreadable: [{ id: 'b' }] };
  const text = paymentsExport(records, 0);
  expect(JSON.parse(text)).toMatchObject({ payments: [{ id: 'a' }], unreadable: [{ id: 'b' }] });
  expect(text).not.toContain('CANARY');
});
