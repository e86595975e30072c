/** For the exhaustive check: looks at a history and a balance that lag, and what they have to make the page say. */
import type { AccountBalance } from '#laso/get-account-balance.ts';
import type { WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import {
  CENTS,
  idOf,
  isSending,
  wishOf,
  withTab,
  type Bounds,
  type Reading,
  type Step,
  type Tab,
  type World,
} from './withdrawal-world.ts';
import { aWithdrawal } from './withdrawal-builders.ts';
import { isOpenWithdrawal, type WithdrawalRecord } from '../withdraw/withdrawal-record.ts';
import { LET_GO_AFTER_MS, letGoBy } from '../withdraw/withdrawal-rules.ts';

const AT_FIRST = 10_000;

/** A history may be answered by machines of different age, by one that has none, or hold what cannot be read. */
export function readings({ book }: World, { tabs }: Bounds): Reading[] {
  const counts = [...book.keys(), book.length];
  return [
    ...counts.map((shown) => ({ shown, garbled: false })),
    ...(book.length > 0 && tabs === 2 ? [{ shown: book.length, garbled: true }] : []),
    { shown: null, garbled: false },
  ];
}

export function historyOf({ shown, garbled }: Reading): WithdrawalHistory {
  const entries = Array.from({ length: shown ?? 0 }, (_, at) =>
    aWithdrawal({ id: idOf(at), amountCents: CENTS, requestedAtMs: null }),
  );
  if (garbled) {
    entries.pop();
    entries.push(
      aWithdrawal({ id: 'without id, undated, no amount, 1', amountCents: null, requestedAtMs: null }),
    );
  }
  return { withdrawals: entries, listed: shown !== null, unreadable: garbled ? 1 : 0 };
}

/** Null: it cannot be read. */
export const balanceOf = (debits: number | null): AccountBalance | null =>
  debits === null
    ? null
    : { balanceCents: AT_FIRST - debits * CENTS, totalDepositsCents: AT_FIRST, exists: true };

export const NO_BALANCE: AccountBalance = { balanceCents: 0, totalDepositsCents: 0, exists: false };

export const wordsOf = ({ shown, garbled }: Reading): string =>
  shown === null ? '404' : `${shown} shown${garbled ? ', the newest unreadable' : ''}`;

/** The second tab's looks may overlap with anything; the first one's are over at once, which keeps the space small. */
export const looks = (world: World, at: 0 | 1, bounds: Bounds): Step[] =>
  at === 1
    ? [...startLook(world, at, bounds), ...endLook(world, at, bounds)]
    : startLook(world, at, bounds).flatMap((begun) =>
        endLook(begun.next, at, bounds).map((ended) => ({
          name: `${begun.name}; ${ended.name}`,
          next: ended.next,
        })),
      );

function startLook(world: World, at: 0 | 1, bounds: Bounds): Step[] {
  const tab = world.tabs[at];
  if (tab.look !== null || tab.sending !== null) return [];
  const met = { ...Object.fromEntries(world.records.map(({ id }) => [id, world.tick])), ...tab.met };
  const over = world.records.filter(({ endedAtMs }) => endedAtMs !== null);
  const ended = { ...Object.fromEntries(over.map(({ id }) => [id, world.tick])), ...tab.ended };
  return readings(world, bounds).map((reading) => ({
    name: `tab ${at} reads the history: ${wordsOf(reading)}`,
    next: withTab(world, at, { met, ended, look: { reading, from: world.tick } }),
  }));
}

/** By the bound, old entries are in the history or in the balance. */
function balances(world: World, { reading, from }: NonNullable<Tab['look']>, { bounded }: Bounds) {
  const { shown, garbled } = reading;
  const old = world.book.filter(({ tick }) => tick < from).length;
  // A gateway's 404, or an entry that cannot be read, may hide an honest history: then the balance may be as old as it likes.
  const least = bounded && !garbled && shown !== null && shown < old ? old : 0;
  const counts = [...world.book.keys(), world.book.length].filter((count) => count >= least);
  return [...counts, null];
}

function endLook(world: World, at: 0 | 1, bounds: Bounds): Step[] {
  const { rules } = bounds;
  const { look, met, ended, ...tab } = world.tabs[at];
  if (look === null) return [];
  const history = historyOf(look.reading);
  const seen = { ...tab, met, look: null, screen: history.withdrawals.map(({ id }) => id) };
  if (isSending(world)) return [{ name: `tab ${at} shows it`, next: withTab(world, at, { ...seen, ended }) }];
  const known = {
    met: { ...Object.fromEntries(world.records.map(({ id }) => [id, world.tick + 0.5])), ...met },
    ended: { ...Object.fromEntries(world.records.map(({ id }) => [id, world.tick])), ...ended },
  };
  const waitedMs = ({ id }: WithdrawalRecord) =>
    (look.from - (known.ended[id] ?? look.from)) * LET_GO_AFTER_MS;
  const isAfter = ({ id }: WithdrawalRecord) => look.from >= (known.met[id] ?? Infinity);
  const isOpenLeft = world.records.some(isOpenWithdrawal);
  const debits = isOpenLeft ? balances(world, look, bounds) : [null];
  return debits.map((count) => {
    const balance = balanceOf(count);
    const records = rules.looked(world.records, { history, balance, waitedMs, isAfter, nowMs: 0 });
    const next = withTab({ ...world, records }, at, { ...seen, ...known });
    const isFull = look.reading.shown === world.book.length && !look.reading.garbled;
    const name = `tab ${at} judges it${isOpenLeft ? `, ${count ?? 'no'} debits in the balance` : ''}`;
    return { name, next: isFull ? afterFullLook(next, at, isAfter, waitedMs) : next };
  });
}

/** What must be said once everything was shown. */
function afterFullLook(
  world: World,
  at: 0 | 1,
  isAfter: (record: WithdrawalRecord) => boolean,
  waitedMs: (record: WithdrawalRecord) => number,
): World {
  for (const record of world.records.filter(isAfter)) {
    const own = world.book.flatMap(({ wish }, index) => (wish === wishOf(record) ? [idOf(index)] : []));
    const untold = own.filter((id) => !record.toldIds.includes(id));
    if (['refused', 'let-go'].includes(record.state) && untold.length > 0)
      return { ...world, fault: `${record.id} was called not withdrawn, is listed now, and it is not said` };
    // Else it is said about a record that may have made it, or has too many.
    const isSilent = world.records.every(({ state }) => ['made', 'refused'].includes(state));
    if (record.state === 'made' && own.length > 1 && isSilent)
      return { ...world, fault: `${record.id} was made twice, and it is not said` };
    if (isOpenWithdrawal(record) && waitedMs(record) >= LET_GO_AFTER_MS && letGoBy(record) === null)
      return { ...world, fault: `tab ${at}: ${record.id} blocks for ever` };
  }
  return world;
}
