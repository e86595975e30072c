import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChainVerdict } from './evidence.ts';
import { isLookDue, LOOK_AGAIN_MS, MAX_LOOKS, withLook } from './final-looks.ts';
import { summaryOf, type PaymentState, type PaymentSummary } from '../journal/payment-row.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf } from '../testing/order-builders.ts';

const ENDED_MS = 1_000_000;

test('A1: whatever the chain says or does not say, a final row is looked at a bounded number of times, within its week', () => {
  const verdict = fc.constantFrom<ChainVerdict['kind'][]>('unreadable', 'open', 'expired-unused');
  const state = fc.constantFrom<PaymentState[]>('not-charged', 'delivered');
  fc.assert(
    fc.property(
      state,
      fc.array(verdict, { minLength: 1 }),
      fc.integer({ min: 1, max: 240 }),
      (end, said, everyMin) => {
        let row: PaymentSummary = {
          ...summaryOf(rowOf(reviewOf(), 1)),
          state: end,
          sends: 1,
          marks: { nonce: '0x1' },
          history: [{ state: end, atMs: ENDED_MS }],
        };
        let looks = 0;
        for (let nowMs = ENDED_MS; nowMs < ENDED_MS + 2 * LOOK_AGAIN_MS; nowMs += everyMin * 60_000) {
          if (!isLookDue(row, nowMs)) continue;
          expect(nowMs - ENDED_MS).toBeLessThanOrEqual(LOOK_AGAIN_MS);
          const kind = said[looks % said.length] ?? 'unreadable';
          const chain: ChainVerdict =
            kind === 'open'
              ? { kind, certainAtMs: null }
              : kind === 'expired-unused'
                ? { kind }
                : { kind: 'unreadable', why: '' };
          const noted = withLook({ kind: 'nothing' }, row, { chain, nowMs });
          if (noted.kind === 'amend' && noted.patch.looks) row = { ...row, looks: noted.patch.looks };
          looks += 1;
        }
        // A delivery is followed for its first quarter of an hour, as often as the page asks.
        expect(looks).toBeLessThanOrEqual(MAX_LOOKS + (end === 'delivered' ? 15 / everyMin + 1 : 0));
      },
    ),
    { numRuns: 60 },
  );
});
