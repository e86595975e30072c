/** For the exhaustive check: a payment on its way, step by step as `payOrder` takes them, and the rules that it is explored with. */
import type { Move } from '#testing/explore.ts';
import type { Decision, Evidence } from '../reconcile/decide.ts';
import type { ChainVerdict } from '../reconcile/evidence.ts';
import { maySend } from '../pay/may-send.ts';
import { advance, summaryOf, type PaymentRow, type PaymentSummary } from '../journal/payment-row.ts';
import { answersFrom } from './explored-answers.ts';
import type { Moment } from './explored-time.ts';
import {
  payloadOf,
  rowsOf,
  withOrder,
  withTab,
  type ExploredOrder,
  type OrderId,
  type World,
} from './explored-world.ts';
import type { PaidAnswer } from '../quote/transport.ts';

/** What a page concludes: the real rules, or one of them as it was before a fault was mended. */
export interface ExploredRules {
  readonly tickSec: number;
  /** Every end that can be noted while signing, in blocks beside the true one. */
  readonly ends: readonly number[];
  /** Everything the witness can say of a payment now. */
  readonly verdicts: (moment: Moment, endOffset: number) => readonly ChainVerdict[];
  /** The row after an answer has come. */
  readonly answered: (
    row: PaymentRow,
    answer: PaidAnswer,
    rows: readonly PaymentSummary[],
    atMs: number,
  ) => PaymentRow;
  readonly decide: (row: PaymentSummary, evidence: Evidence, nowMs: number) => Decision;
  readonly needsEvidence: (row: PaymentSummary, nowMs: number) => boolean;
}

interface Paying {
  readonly tab: number;
  readonly order: OrderId;
  readonly answer: PaidAnswer | null;
}

/** The steps of `payOrder`, each of them a place to die at. */
export function stepsOf(
  world: World,
  { tab: at, order: id, answer }: Paying,
  { nowMs, rules }: { nowMs: number; rules: ExploredRules },
): Move<World>[] {
  const { row } = world.orders[id];
  if (!row) return [];
  const idle = (next: World): World => withTab(next, at, { kind: 'idle' });
  const step = (name: string, changed: PaymentRow, more: Partial<ExploredOrder> = {}): Move<World> => ({
    name: `${name} order ${id}`,
    next: withOrder(world, id, { row: changed, ...more }),
  });
  if (row.state === 'signing') {
    const declined = step(
      'the wallet declines',
      advance(row, 'not-charged', { atMs: nowMs, patch: { reason: '' } }),
    );
    const signed = rules.ends.map((endOffset) => {
      const payload = payloadOf(id, nowMs / 1000 + 2 * rules.tickSec);
      const patch = {
        signed: payload,
        marks: { nonce: payload.nonce },
        validBeforeSec: payload.validBeforeSec,
      };
      return step(
        `the wallet signs${endOffset < 0 ? `, end ${-endOffset} blocks too low,` : ''}`,
        advance(row, 'signed', { atMs: nowMs, patch }),
        { signedAt: world.tick, endOffset },
      );
    });
    return [{ ...declined, next: idle(declined.next) }, ...signed];
  }
  if (row.state === 'signed') {
    if (!maySend(summaryOf(row), nowMs)) {
      const dropped = step(
        'too late to send',
        advance(row, 'not-charged', { atMs: nowMs, patch: { reason: '' } }),
      );
      return [{ ...dropped, next: idle(dropped.next) }];
    }
    return [
      step('“sent” is kept for', advance(row, 'sent', { atMs: nowMs, patch: { sends: row.sends + 1 } })),
    ];
  }
  if (row.state !== 'sent') return [];
  if (answer === null)
    return answersFrom(world, id).map(({ name, next, answer: come }) => ({
      name,
      next: withTab(next, at, { kind: 'paying', order: id, answer: come }),
    }));
  const final = step('the answer is written down for', rules.answered(row, answer, rowsOf(world), nowMs));
  return [{ ...final, next: idle(final.next) }];
}
