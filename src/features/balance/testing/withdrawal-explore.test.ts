import { describe, expect, test } from 'vitest';
import { explore, type Explored } from './explore-withdrawals.ts';
import { realRules, type Bounds, type Rules } from './withdrawal-world.ts';

/**
 * The exhaustive check. What holds in every state that can be reached, whatever the order of steps:
 * - a second wish is sent only after the first was closed truthfully, or the person took the risk with open eyes;
 * - "Nothing was withdrawn" is said only where nothing was made and nothing can be made any more;
 * - where Laso is slower than the hold, a look that shows what was called "not withdrawn" makes the page say so;
 * - "is on its way" is said only of a withdrawal that this wish has made; what was made twice is said;
 * - no record is lost, and none blocks for ever.
 *
 * Bounds: one account and amount; at most one repeat by the browser; a cache repeats only answers that reached this device; no withdrawals from
 * elsewhere. Two wishes are explored with one tab, no unreadable entries and no invented acceptances, to a depth (with the lag within the
 * hold, the whole space of 130,471 states at depth 26 held as well). A lag longer than the hold makes a "Nothing was withdrawn" wrong: that is what closed records are kept for.
 */
const ONE_WISH = { tabs: 2, wishes: 1, ticks: 1, rules: realRules } as const;
const TWO_WISHES = {
  tabs: 1,
  wishes: 2,
  ticks: 2,
  rules: realRules,
  depth: Number(process.env['EXPLORE_DEPTH'] ?? 13),
} as const;

function report(name: string, { states, depth, fault, trace }: Explored): void {
  const lines = fault === null ? [] : [fault, ...trace.map((step) => `  ${step}`)];
  process.stdout.write([`${name}: ${states} states, depth ${depth}`, ...lines, ''].join('\n'));
}

describe('withdrawals, all states', () => {
  test('hold what they promise, whatever happens in which order', { timeout: 120_000 }, () => {
    let states = 0;
    for (const bounded of [true, false])
      for (const bounds of [ONE_WISH, TWO_WISHES]) {
        const found = explore({ ...bounds, bounded });
        report(`${bounds.wishes} wish(es), ${bounded ? 'lag within' : 'any lag beyond'} the hold`, found);
        expect(found).toMatchObject({ fault: null, trace: [] });
        states += found.states;
      }
    expect(states).toBeGreaterThan(20_000);
  });

  const BROKEN: [what: string, rules: Partial<Rules>, bounds: Partial<Bounds>, fault: RegExp][] = [
    [
      'a refusal by its status is final',
      {
        answered: (record, others, answer, nowMs) => {
          const after = realRules.answered(record, others, answer, nowMs);
          return answer.kind === 'refused' ? { ...after, state: 'refused' } : after;
        },
      },
      {},
      /Nothing was withdrawn/,
    ],
    [
      'a 404 history means that there is none',
      {
        looked: (records, look) => {
          const ids = new Set(records.flatMap(({ before }) => before.ids));
          const known = look.history.withdrawals.filter(({ id }) => ids.has(id));
          const history = look.history.listed
            ? look.history
            : { ...look.history, withdrawals: known, listed: true };
          return realRules.looked(records, { ...look, history });
        },
      },
      {},
      /Nothing was withdrawn/,
    ],
    [
      'the first look is late enough',
      { looked: (records, look) => realRules.looked(records, { ...look, waitedMs: () => Infinity }) },
      {},
      /Nothing was withdrawn/,
    ],
    [
      'the balance is not compared',
      {
        looked: (records, look) => {
          const balance = { balanceCents: 1_000_000, totalDepositsCents: null, exists: true };
          return realRules.looked(records, { ...look, balance });
        },
      },
      {},
      /Nothing was withdrawn/,
    ],
    [
      'every acceptance is believed',
      {
        answered: (record, _others, answer, nowMs) =>
          realRules.answered({ ...record, before: { ...record.before, ids: [] } }, [], answer, nowMs),
      },
      TWO_WISHES,
      /which is not its own/,
    ],
    [
      'what is closed is not looked at again',
      {
        looked: (records, look) =>
          realRules
            .looked(records, look)
            .map((after, at) => (after.state === 'contradicted' ? (records[at] ?? after) : after)),
      },
      { bounded: false },
      /it is not said/,
    ],
    [
      'an open one blocks no other',
      { whyNotSend: (_records, reads, seen) => realRules.whyNotSend([], reads, seen) },
      TWO_WISHES,
      /another one is sent while/,
    ],
  ];
  test.each(BROKEN)('A2: a fault is found where %s', { timeout: 60_000 }, (what, broken, bounds, fault) => {
    const found = explore({ ...ONE_WISH, bounded: true, ...bounds, rules: { ...realRules, ...broken } });
    report(`taken out (${what})`, found);
    expect(found.fault).toMatch(fault);
    expect(found.trace.length).toBeGreaterThan(3);
  });
});
