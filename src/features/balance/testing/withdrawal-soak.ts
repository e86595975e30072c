/** For tests and bench/withdrawals.ts: many withdrawals through the page's own rules, with everything around them failing at random. */
import { seededRandom } from '#sandbox/scenarios/random.ts';
import { database } from '#storage/database.ts';
import { countWithdrawals, noWithdrawals, type WithdrawalFigures, type Wish } from './soak-withdrawn.ts';
import { OWNER, type WithdrawalSandbox } from './soak-sandbox.ts';
import { soakTab, TAB_ENDS, type Attempt, type SoakTab, type TabEnd } from './soak-tab.ts';
import { LATEST_SEC, LOOK_FAULTS, WITHDRAW_FAULTS } from './withdrawal-faults.ts';
import { storedIds } from './withdrawal-page.ts';
import { modelLocks } from './withdrawal-builders.ts';

export const WISHES_EACH = 20;
/** As often a person comes back for one wish. */
const MOST_ROUNDS = 12;

/** Runs `wishes` wishes, the same for the same seed, in batches of one account's life each. Broken promises are in the figures, with their seed. */
export async function runWithdrawals(
  around: WithdrawalSandbox,
  { wishes, seed }: { wishes: number; seed: number },
  before: WithdrawalFigures = noWithdrawals(),
): Promise<WithdrawalFigures> {
  let figures = before;
  for (let done = 0; done < wishes; done += WISHES_EACH) {
    const batch = { around, seed: seed + done, wishes: Math.min(WISHES_EACH, wishes - done) };
    figures = await runBatch(batch, figures);
  }
  return figures;
}

interface Batch {
  readonly around: WithdrawalSandbox;
  readonly seed: number;
  readonly wishes: number;
}

async function runBatch({ around, seed, wishes }: Batch, figures: WithdrawalFigures) {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? impossible();
  const chance = (share: number): boolean => random() < share;
  const { sandbox, tick } = around;
  const { store, faults } = sandbox;
  const attempts: Attempt[] = [];
  const told: Wish[] = [];
  const listed = new Set<string>();
  const lost: string[] = [];
  const letGo = new Set<string>();
  const named = new Set<string>();
  const misread = new Set<string>();
  /** Wishes of which the person was told that they may be made, and tried again all the same. */
  const insisted = new Set<number>();
  let kept: readonly string[] = [];

  store.clear();
  faults.clear();
  sandbox.answers.clear();
  await (await database()).clear('withdrawals');
  store.credit(OWNER, pick([8_000, 100_000, 1_000_000]));
  freeLocks();
  // A reader that is behind has seen the money.
  await tick(60);

  const hadShown = new WeakSet<SoakTab>();
  for (let at = 0; at < wishes; at += 1) {
    const wish: Wish = { id: at, amountCents: chance(0.2) ? 1_000 : 1_000 + at, story: [] };
    told.push(wish);
    if ((store.account(OWNER).balance?.cents ?? 0) < 3 * wish.amountCents) store.credit(OWNER, 8_000);
    store.withdrawals.plan = {
      takesMs: pick([5_000, 60_000, 2 ** 40, 2 ** 40, 2 ** 40, 2 ** 40]),
      outcome: pick(['completed', 'completed', 'failed', 'in-review']),
    };
    await fulfil(wish);
    await tick(pick([1, 5, 30, 120]));
  }
  await untilCertain();
  return countWithdrawals(
    { seed, attempts, wishes: told, lost, letGo, insisted, named, misread, made: store.withdrawals.all },
    figures,
  );

  async function fulfil(wish: Wish): Promise<void> {
    let tab = newTab();
    await tab.page.look();
    const shownFirst = idsOn(tab);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (tab.isDead() || chance(0.2)) tab = newTab();
      faults.clear();
      if (chance(0.3)) strike(wish, LOOK_FAULTS, pick([...LOOK_FAULTS.keys()]));
      await look(tab);
      emptied(wish, tab);
      if (isFulfilled(wish, tab, shownFirst)) return;
      if (await tab.page.mayClick(wish.amountCents)) tab = await clicked(wish, tab);
      else if (chance(0.6)) await allowed(wish, tab, round);
      await notices(tab);
      if (chance(0.3)) await tab.page.read();
      if (isFulfilled(wish, tab, shownFirst)) return;
      if (chance(0.05)) elsewhere(wish);
      await tick(pick([0, 1, 3, 10, 10, 30, 61]));
    }
  }

  /** What a page has shown does not go: neither a host's 404 nor an old list of a cache is an empty account. */
  function emptied(wish: Wish, tab: SoakTab): void {
    const count = tab.page.shown()?.length ?? 0;
    if (count > 0) hadShown.add(tab);
    if (count === 0 && tab.page.shown() && hadShown.has(tab)) misread.add(`${wish.id}: “No withdrawals yet”`);
    if (tab.page.balanceCents() === 0) misread.add(`${wish.id}: “$0.00”`);
  }

  /** A person stops where the page says so, or shows a withdrawal of this amount that was not there when they came. */
  function isFulfilled(wish: Wish, tab: SoakTab, shownFirst: ReadonlySet<string>): boolean {
    const said = attempts.filter((one) => one.wish === wish.id).flatMap((one) => one.said);
    const isNew = ({ id, amountCents }: { id: string; amountCents: number | null }) =>
      !shownFirst.has(id) && amountCents === wish.amountCents;
    return said.some((one) => one === 'made' || one === 'several') || (tab.page.shown() ?? []).some(isNew);
  }

  async function clicked(wish: Wish, tab: SoakTab): Promise<SoakTab> {
    if (chance(0.85)) strike(wish, WITHDRAW_FAULTS, pick([...WITHDRAW_FAULTS.keys()]));
    if (chance(0.25)) strike(wish, LOOK_FAULTS, pick([...LOOK_FAULTS.keys()]));
    const tabs = [tab];
    if (chance(0.2)) {
      const other = newTab(chance(0.3) ? pick(TAB_ENDS) : null);
      await other.page.look();
      tabs.push(other);
    }
    if (chance(0.3)) {
      const dying = newTab(pick(TAB_ENDS));
      await dying.page.look();
      tabs[0] = dying;
    }
    const clicks = tabs.map(async (one) => {
      const attempt: Attempt = {
        key: `${seed}-${attempts.length}`,
        wish: wish.id,
        posts: 0,
        recordIds: [],
        said: [],
      };
      attempts.push(attempt);
      await one.click(attempt, wish.amountCents);
    });
    await Promise.all(clicks);
    wish.story.push(`clicked${tabs.length > 1 ? ' in two tabs' : ''}`);
    // With a page its locks go.
    if (tabs.some((one) => one.isDead())) freeLocks();
    await note();
    return tabs.find((one) => !one.isDead()) ?? newTab();
  }

  async function look(tab: SoakTab): Promise<void> {
    await tab.page.look();
    await note();
    await notices(tab);
  }

  async function notices(tab: SoakTab): Promise<void> {
    for (const { recordId, said, names } of await tab.page.notices()) {
      attemptOf(recordId)?.said.push(said);
      for (const id of names) named.add(id);
    }
  }

  async function allowed(wish: Wish, tab: SoakTab, round: number): Promise<void> {
    for (const id of await tab.page.allow()) {
      letGo.add(id);
      attemptOf(id)?.said.push('let go');
      wish.story.push('let go');
    }
    for (const id of round > 4 ? await tab.page.insist() : []) {
      letGo.add(id);
      insisted.add(attemptOf(id)?.wish ?? wish.id);
      wish.story.push('insisted');
    }
    await note();
  }

  /** A record may go when what it is about was seen, or said, or the person let it go. */
  async function note(): Promise<void> {
    const now = await storedIds();
    for (const id of kept) {
      const attempt = attemptOf(id);
      if (now.includes(id) || letGo.has(id) || !attempt) continue;
      const own = store.withdrawals.all.filter(({ requestKey }) => requestKey === attempt.key);
      const known = own.every((one) => listed.has(one.id)) || attempt.said.includes('made');
      if (own.length > 0 && !known) lost.push(attempt.key);
    }
    kept = now;
  }

  function newTab(endsAt: TabEnd | null = null): SoakTab {
    const onHistory = (ids: readonly string[]) => ids.forEach((id) => listed.add(id));
    return soakTab({ around, endsAt, lateSec: 1 + Math.floor(random() * LATEST_SEC), onHistory });
  }

  function strike(wish: Wish, list: typeof WITHDRAW_FAULTS, name: string): void {
    wish.story.push(name);
    for (const { kind, route, ...fault } of list.get(name)?.(pick) ?? [])
      if (kind && route) faults.add({ ...fault, kind, route });
  }

  /** The same account withdraws on another device. */
  function elsewhere(wish: Wish): void {
    const amountCents = wish.amountCents + 7;
    wish.story.push('elsewhere too');
    store.changeBalance(OWNER, -amountCents);
    store.withdrawals.add({ owner: OWNER, amountCents, address: OWNER });
  }

  function attemptOf(recordId: string): Attempt | undefined {
    return attempts.find(({ recordIds }) => recordIds.includes(recordId));
  }

  async function untilCertain(): Promise<void> {
    faults.clear();
    await tick(200);
    const tab = newTab();
    for (let round = 0; round < 3; round += 1) {
      await look(tab);
      await tick(70);
    }
  }
}

const idsOn = (tab: SoakTab): Set<string> => new Set((tab.page.shown() ?? []).map(({ id }) => id));

/** The locks of all pages that live from now on. */
function freeLocks(): void {
  Object.defineProperty(globalThis, 'navigator', {
    value: { locks: modelLocks(), onLine: true },
    configurable: true,
  });
}

function impossible(): never {
  throw new Error('cannot happen');
}
