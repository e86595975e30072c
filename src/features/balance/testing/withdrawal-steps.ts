/** For the exhaustive check: everything that can happen next to the two tabs, the requests, the person and the time. */
import { balanceOf, historyOf, looks, NO_BALANCE, readings, wordsOf } from './withdrawal-looks.ts';
import {
  CENTS,
  idOf,
  isSending,
  NEW_TAB,
  recordOf,
  wishOf,
  withoutIdle,
  withTab,
  type Bounds,
  type Step,
  type World,
} from './withdrawal-world.ts';
import { aRecord } from './withdrawal-builders.ts';
import { isOpenWithdrawal, type WithdrawalRecord } from '../withdraw/withdrawal-record.ts';
import { beforeSending, letGoBy, type WithdrawalAnswer } from '../withdraw/withdrawal-rules.ts';

export function stepsFrom(world: World, bounds: Bounds): Step[] {
  const tabs = ([0, 1] as const).slice(0, bounds.tabs);
  const steps = [
    ...tabs.flatMap((at) => [
      ...crash(world, at),
      ...looks(world, at, bounds),
      ...click(world, at, bounds),
      ...leave(world, at),
      ...answer(world, at, bounds),
    ]),
    ...serverSteps(world),
    ...personSteps(world, bounds),
    ...passTime(world, bounds),
  ];
  return steps.map(({ name, next }) => ({ name, next: withoutIdle(next, bounds) }));
}

function crash(world: World, at: 0 | 1): Step[] {
  return [{ name: `tab ${at} dies`, next: withTab(world, at, NEW_TAB) }];
}

function click(world: World, at: 0 | 1, bounds: Bounds): Step[] {
  const { rules, wishes, bounded, tabs } = bounds;
  const tab = world.tabs[at];
  const wish = world.records.length;
  if (tab.screen === null || isSending(world) || wish >= wishes) return [];
  const { screen } = tab;
  return readings(world, bounds).flatMap((reading) =>
    [...(tabs === 2 ? world.book.keys() : []), world.book.length, null].flatMap((debits) => {
      const reads = { history: historyOf(reading), balance: balanceOf(debits) ?? NO_BALANCE };
      if (rules.whyNotSend(world.records, reads, screen) !== null) return [];
      const record = aRecord({
        id: recordOf(wish),
        amountCents: CENTS,
        startedAtMs: wish,
        before: beforeSending(reads),
      });
      const next = withTab({ ...world, records: [...world.records, record] }, at, {
        look: null,
        sending: { wish, left: false },
      });
      const name = `tab ${at}: the person withdraws (before: ${wordsOf(reading)}, ${debits} debits)`;
      return [{ name, next: { ...next, fault: tooEarly(world, bounded) } }];
    }),
  );
}

/** A second wish is allowed only after the first was truthfully closed, or the person took the risk. */
function tooEarly({ records, book, wire }: World, bounded: boolean): string | null {
  const isUnderWay = (wish: number) =>
    book.some((one) => one.wish === wish) || (bounded && wire.includes(wish));
  const wrong = records.find(
    (record) =>
      isOpenWithdrawal(record) || (bounded && record.state === 'refused' && isUnderWay(wishOf(record))),
  );
  return wrong ? `another one is sent while ${wrong.id} (${wrong.state}) may be on its way` : null;
}

/** The request leaves: not at all, once, or twice, as a browser may send it. */
function leave(world: World, at: 0 | 1): Step[] {
  const { sending } = world.tabs[at];
  if (sending === null || sending.left) return [];
  const left = withTab(world, at, { sending: { ...sending, left: true } });
  return (sending.wish === 0 ? [0, 1, 2] : [0, 1]).map((copies) => ({
    name: `the request of wish ${sending.wish} leaves ${copies} times`,
    next: { ...left, wire: [...world.wire, ...Array.from({ length: copies }, () => sending.wish)] },
  }));
}

/** The answer: its own, a repeated or an invented acceptance, a refusal, or none; before, between or after the work. */
function answer(world: World, at: 0 | 1, { rules, tabs }: Bounds): Step[] {
  const { sending, met, ended } = world.tabs[at];
  if (!sending?.left) return [];
  const id = recordOf(sending.wish);
  const others = world.records.filter((one) => one.id !== id);
  // A cache can repeat only what it answered before; what it answered to a closed connection is out of these bounds.
  const known = new Set([
    ...others.flatMap((one) => [
      ...one.before.ids,
      ...one.foundIds,
      ...(one.answeredId === null ? [] : [one.answeredId]),
    ]),
    ...world.records.flatMap((one) => (one.id === id ? one.before.ids : [])),
  ]);
  const accepted = world.book.flatMap(({ wish }, index) =>
    wish === sending.wish || known.has(idOf(index)) ? [idOf(index)] : [],
  );
  const answers: WithdrawalAnswer[] = [
    ...[...accepted, ...(tabs === 2 ? ['invented'] : [])].map((one) => ({
      kind: 'accepted' as const,
      id: one,
      amountCents: CENTS,
    })),
    { kind: 'refused', refusal: { kind: 'forbidden', words: null } },
    { kind: 'silent' },
  ];
  return answers.map((one) => {
    const records = world.records.map((record) =>
      record.id === id ? rules.answered(record, others, one, 0) : record,
    );
    const detail =
      one.kind === 'accepted' ? ` ${one.id}` : one.kind === 'refused' ? ` ${one.refusal.kind}` : '';
    return {
      name: `tab ${at} is answered: ${one.kind}${detail}`,
      next: withTab({ ...world, records }, at, {
        sending: null,
        met: { ...met, [id]: world.tick },
        ended: { ...ended, [id]: world.tick },
      }),
    };
  });
}

function serverSteps(world: World): Step[] {
  return [...new Set(world.wire)].flatMap((wish) => {
    const at = world.wire.indexOf(wish);
    const wire = world.wire.toSpliced(at, 1);
    const book = [...world.book, { wish, tick: world.tick }];
    return [
      { name: `Laso makes wish ${wish}`, next: { ...world, wire, book } },
      { name: `a request of wish ${wish} is lost`, next: { ...world, wire } },
    ];
  });
}

function personSteps(world: World, { rules }: Bounds): Step[] {
  return world.records.flatMap((record) => {
    const change = (changed: WithdrawalRecord): World => ({
      ...world,
      records: world.records.map((one) => (one === record ? changed : one)),
    });
    return [
      ...(letGoBy(record) === null || isSending(world)
        ? []
        : [
            {
              name: `the person lets ${record.id} go (${record.look})`,
              next: change(rules.letGo(record, 0)),
            },
          ]),
      ...(record.seen || record.state !== 'contradicted'
        ? []
        : [{ name: `the person has read of ${record.id}`, next: change(rules.read(record)) }]),
    ];
  });
}

function passTime(world: World, { bounded, ticks }: Bounds): Step[] {
  if (world.tick >= ticks || isSending(world) || (bounded && world.wire.length > 0)) return [];
  return [{ name: 'a minute passes', next: { ...world, tick: world.tick + 1 } }];
}
