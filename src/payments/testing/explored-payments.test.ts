import { beforeAll, describe, expect, test } from 'vitest';
import { explore, type Explored } from '#testing/explore.ts';
import { decide } from '../reconcile/decide.ts';
import type { ChainVerdict } from '../reconcile/evidence.ts';
import { evmVerdicts } from './evm/verdicts.ts';
import { canBeWrong, withLook } from '../reconcile/final-looks.ts';
import { isJsonObject } from '../quote/json-object.ts';
import { outcomeOf, type AnsweredOrder, type FindProduct } from '../pay/outcome.ts';
import { advance, summaryOf, type PaymentRow, type PaymentSummary } from '../journal/payment-row.ts';
import { needsEvidence } from '../reconcile/reconcile.ts';
import { solanaEnds, solanaVerdicts } from './solana/verdicts.ts';
import { movesWith, type Size } from './explored-moves.ts';
import type { ExploredRules } from './explored-paying.ts';
import { brokenIn } from './explored-promises.ts';
import { FINAL_AGE, LAGS, MOMENTS, type Moment, type Verdicts } from './explored-time.ts';
import { keyOf, LAST_TICK, nowMsAt, START, type World } from './explored-world.ts';
import type { PaidAnswer } from '../quote/transport.ts';

/**
 * The payment as a small state machine, explored in full: every interleaving of tabs, a killed page at each step, each kind of answer, nodes behind
 * balancers with a lag of none, little or much. What a page concludes comes from the real rules; the promises are in test-explored-promises.ts.
 */
const findProduct: FindProduct = (body) =>
  isJsonObject(body) && typeof body['card'] === 'string' ? { cardId: body['card'] } : null;

function answered(row: PaymentRow, answer: PaidAnswer, order: AnsweredOrder, atMs: number): PaymentRow {
  const { state, product, transaction, doubt } = outcomeOf(answer, findProduct, order);
  const cardId = state === 'unknown' ? null : (product?.cardId ?? null);
  const patch = { cardId, doubt: doubt ?? row.doubt ?? null, transaction: transaction ?? row.transaction };
  return advance(row, state, { atMs, patch });
}

const REAL: Omit<ExploredRules, 'verdicts' | 'ends'> = {
  tickSec: 100,
  answered: (row, answer, rows, atMs) => answered(row, answer, { row, rows }, atMs),
  decide: (row, evidence, nowMs) => withLook(decide(row, evidence), row, { chain: evidence.chain, nowMs }),
  needsEvidence: (row, nowMs) => needsEvidence(row, nowMs) || canBeWrong(row),
};

type Table = ExploredRules['verdicts'];

/** The verdict as it was: the height of one machine, the list of another one. */
const twoQuestions: Table = ({ age, paidAfter }) =>
  LAGS.flatMap((heightLag) =>
    LAGS.map((listLag): ChainVerdict => {
      if (paidAfter !== null && age - listLag >= paidAfter)
        return { kind: 'settled', transaction: '', atSec: 1_700_000_000 };
      return age - heightLag >= FINAL_AGE ? { kind: 'expired-unused' } : { kind: 'open', certainAtMs: null };
    }),
  );

/** A false “not charged” that the chain's word would not take back. */
const unrepairableIn = (rules: ExploredRules) => (world: World) => {
  const [{ row, paidAfter }] = world.orders;
  if (row?.state !== 'not-charged' || paidAfter === null) return null;
  const chain: ChainVerdict = { kind: 'settled', transaction: 't', atSec: 1_700_000_000 };
  const nowMs = nowMsAt(LAST_TICK, rules.tickSec);
  const seen = summaryOf(row);
  const evidence = { chain, listing: { kind: 'unreadable' }, rows: [seen] } as const;
  const decision = rules.needsEvidence(seen, nowMs) ? rules.decide(seen, evidence, nowMs) : null;
  return decision?.kind === 'step' && decision.patch.corrected ? null : 'order 0 is wrong for ever';
};

async function tableOf(
  read: (moment: Moment, end: number) => Promise<Verdicts>,
  ends: readonly number[] = [0],
): Promise<Table> {
  const found = new Map<string, Verdicts>();
  const nameOf = (moment: Moment, end: number): string =>
    `${moment.age} ${moment.paidAfter} ${moment.named} ${end}`;
  for (const end of ends)
    for (const moment of MOMENTS) found.set(nameOf(moment, end), await read(moment, end));
  return (moment, end) => found.get(nameOf(moment, end)) ?? [];
}

const search = (
  rules: ExploredRules,
  { maxDepth, ...count }: Size & { maxDepth: number },
  broken: (world: World) => string | null = brokenIn,
): Explored => {
  const explored = explore({ start: START, moves: movesWith(rules, count), key: keyOf, broken, maxDepth });
  const extent = explored.whole ? 'the whole space' : `to depth ${explored.depth}`;
  const way = explored.fault ? [explored.fault.broken, ...explored.fault.trace] : [];
  const size = `${count.orders} order(s), ${count.tabs} tab(s)`;
  process.stdout.write(
    [`${size}: ${explored.states} distinct states, ${extent}`, ...way].join('\n  ') + '\n',
  );
  return explored;
};

let base: ExploredRules;
let solana: ExploredRules;
beforeAll(async () => {
  base = { ...REAL, ends: [0], verdicts: await tableOf((moment) => evmVerdicts(moment)) };
  const ends = await solanaEnds();
  solana = { ...REAL, ends, verdicts: await tableOf(solanaVerdicts, ends) };
}, 120_000);

describe('every promise holds in every state', () => {
  test('Base: one order in two tabs, the whole space', { timeout: 240_000 }, () => {
    const { states, whole, fault } = search(base, { tabs: 2, orders: 1, maxDepth: 100 });
    expect({ whole, fault }).toEqual({ whole: true, fault: null });
    expect(states).toBeGreaterThan(100_000);
  });

  test(
    'Base: two orders of the same thing, the second one beside or after the first',
    { timeout: 240_000 },
    () => {
      const { states, fault } = search(base, { tabs: 1, orders: 2, maxDepth: 12 });
      expect(fault).toBeNull();
      expect(states).toBeGreaterThan(100_000);
    },
  );

  test('Solana: two orders in two tabs', { timeout: 240_000 }, () => {
    const { states, fault } = search(solana, { tabs: 2, orders: 2, maxDepth: 10 });
    expect(fault).toBeNull();
    expect(states).toBeGreaterThan(100_000);
  });
});

describe('each fault of before is found when its mend is taken out', () => {
  test('A1a: height and list of a verdict from two machines', () => {
    const rules = { ...solana, verdicts: twoQuestions };
    const { fault } = search(rules, { tabs: 1, orders: 1, maxDepth: 20 });
    expect(fault?.broken).toBe('order 0 is called “not charged” and was charged');
  });

  test(
    'A1b: an end that was noted from a machine which was behind while signing',
    { timeout: 120_000 },
    async () => {
      const ends = [0, -400];
      const rules = { ...solana, ends, verdicts: await tableOf(solanaVerdicts, ends) };
      const { fault } = search(rules, { tabs: 1, orders: 1, maxDepth: 20 });
      expect(fault?.broken).toBe('order 0 is called “not charged” and was charged');
    },
  );

  test('A4: an answer that is believed whatever card and transaction it names', () => {
    const believed: ExploredRules['answered'] = (row, answer, _rows, atMs) =>
      answered(row, answer, { row: { ...row, knownProductIds: null }, rows: [] }, atMs);
    const { fault } = search({ ...base, answered: believed }, { tabs: 1, orders: 2, maxDepth: 20 });
    expect(fault?.broken).toBe('both orders are closed by the card of order 0');
  });

  test('A1: the wrong word stays, where nobody looks again', () => {
    const rules = { ...solana, verdicts: twoQuestions };
    const size = { tabs: 1, orders: 1, maxDepth: 14 } as const;
    expect(search(rules, size, unrepairableIn(rules)).fault).toBeNull();
    const final = { ...rules, needsEvidence: (row: PaymentSummary) => row.state === 'unknown' };
    expect(search(final, size, unrepairableIn(final)).fault?.broken).toBe('order 0 is wrong for ever');
  });
});
