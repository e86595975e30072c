/**
 * For the exhaustive check: one account at a Laso with a lagging history behind gateways, one device with two tabs, and the person. `stepsFrom` lists
 * everything that can happen next. The rules under test are the real ones, or broken on purpose.
 *
 * A wish is one confirmed click that was allowed; all wishes are of one amount, the hardest case. A tick is the time for which an ended request is
 * held. `bounded`: what a request does is done within a tick of its end, and a tick later the history or the balance shows it.
 */
import { isOpenWithdrawal, type WithdrawalRecord } from '../withdraw/withdrawal-record.ts';
import { answered, letGo, looked, read, whyNotSend } from '../withdraw/withdrawal-rules.ts';

export const realRules = { whyNotSend, answered, looked, letGo, read };

export type Rules = typeof realRules;

export interface Bounds {
  rules: Rules;
  /** Whether the lag of history and balance is bounded by the hold. */
  bounded: boolean;
  /** 1: without a second tab, unreadable entries, invented acceptances and old balances before sending, so that two wishes fit. */
  tabs: 1 | 2;
  wishes: number;
  ticks: number;
}

export const CENTS = 500;

export interface Reading {
  /** How many of the book's entries it shows, oldest first; null: a 404 in Laso's own form. */
  shown: number | null;
  /** The newest of them cannot be read. */
  garbled: boolean;
}

export interface Tab {
  /** The history on screen. */
  screen: readonly string[] | null;
  /** A look whose history has been read, from this tick on. */
  look: { reading: Reading; from: number } | null;
  /** The wish that this tab is sending, before and after the request has left. */
  sending: { wish: number; left: boolean } | null;
  /** By record: since when this tab knows of it, and of its end. */
  met: Readonly<Record<string, number>>;
  ended: Readonly<Record<string, number>>;
}

export interface World {
  tick: number;
  /** What Laso has made: the wish, and when. */
  book: readonly { wish: number; tick: number }[];
  /** Copies of requests that may still be worked off, by wish. */
  wire: readonly number[];
  records: readonly WithdrawalRecord[];
  tabs: readonly [Tab, Tab];
  /** What has gone wrong, if anything. */
  fault: string | null;
}

export interface Step {
  name: string;
  next: World;
}

export const NEW_TAB: Tab = { screen: null, look: null, sending: null, met: {}, ended: {} };

export const START: World = {
  tick: 0,
  book: [],
  wire: [],
  records: [],
  tabs: [NEW_TAB, NEW_TAB],
  fault: null,
};

export const idOf = (at: number): string => `w${at}`;

export const recordOf = (wish: number): string => `wish ${wish}`;

export const wishOf = (record: WithdrawalRecord): number => Number(record.id.slice('wish '.length));

export const withTab = (world: World, at: 0 | 1, change: Partial<Tab>): World => {
  const [first, second] = world.tabs;
  return {
    ...world,
    tabs: at === 0 ? [{ ...first, ...change }, second] : [first, { ...second, ...change }],
  };
};

export const isSending = ({ tabs }: World): boolean => tabs.some(({ sending }) => sending !== null);

/** Leaves out what nothing can depend on any more, so that equal worlds are one. */
export function withoutIdle(world: World, { wishes }: Bounds): World {
  const awaited = world.records
    .filter((one) => isOpenWithdrawal(one) || one.state === 'accepted')
    .map(({ id }) => id);
  const tidy = (tab: Tab): Tab => ({
    ...tab,
    screen: world.records.length < wishes ? tab.screen : null,
    met: tab.look === null ? {} : tab.met,
    ended: Object.fromEntries(Object.entries(tab.ended).filter(([id]) => awaited.includes(id))),
  });
  return { ...world, tabs: [tidy(world.tabs[0]), tidy(world.tabs[1])] };
}

/** The same for equal worlds. */
export const keyOf = ({ tick, book, wire, records, tabs, fault }: World): string =>
  [
    tick,
    book.map((one) => `${one.wish}${one.tick}`),
    wire.toSorted(),
    ...records.map(keyOfRecord),
    ...tabs.map((tab) => JSON.stringify(Object.values(tab))),
    fault,
  ].join('|');

const keyOfRecord = ({ before, ...one }: WithdrawalRecord): string =>
  [
    one.state,
    before.ids,
    before.unreadable,
    before.balanceCents,
    one.endedAtMs,
    one.answeredId,
    one.refusal?.kind,
    one.waitedMs,
    one.look,
    one.foundIds,
    one.toldIds,
    one.seen,
  ].join(';');
