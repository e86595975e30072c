/** For tests and bench/payments.ts: many orders through the real flow, journal and evidence, with everything around them failing at random. */
import { seededRandom } from '#sandbox/scenarios/random.ts';
import { database } from '#storage/database.ts';
import { createJournal } from '../journal/journal.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { payOrder } from '../pay/pay.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentRow } from '../journal/payment-row.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { askRow, discardRow, sendRow } from '../pay/row-actions.ts';
import { createModelPage, KILL_POINTS } from './page-model.ts';
import { countSoak, noFigures, type SoakFigures } from './soak-count.ts';
import { noteSoak } from './soak-words.ts';
import type { SoakChain, SoakWorld } from './soak-world.ts';

const AMOUNTS = [1_000, 2_500, 5_000];
/** How far the machines behind an address can be behind, in seconds. */
const LAGS_SEC = [0, 0, 4, 15, 60, 200, 600, 600];
const HOUR_SEC = 3_600;
export const SOAK_BATCH = 25;

export type CreateWorld = (random: () => number, seed: number) => Promise<SoakWorld>;

/**
 * Runs `orders` orders, the same ones for the same seed, in batches of one journal and one world each. Real milliseconds
 * pass beside the moved clock, so an order near a limit may go otherwise. Broken promises are in the figures, with their
 * seed: `runSoak({orders: 25, seed})` runs that batch alone. What it counts is added to `before`.
 */
export async function runSoak(
  { orders, seed }: { orders: number; seed: number },
  createWorld: CreateWorld,
  before: SoakFigures = noFigures(),
): Promise<SoakFigures> {
  let figures = before;
  for (let done = 0; done < orders; done += SOAK_BATCH) {
    const random = seededRandom(seed + done);
    const world = await createWorld(random, seed + done);
    const batch = { world, random, seed: seed + done, orders: Math.min(SOAK_BATCH, orders - done) };
    figures = await runBatch(batch, figures);
  }
  return figures;
}

interface Batch {
  readonly world: SoakWorld;
  readonly random: () => number;
  readonly seed: number;
  readonly orders: number;
}

async function runBatch({ world, random, seed, orders }: Batch, figures: SoakFigures): Promise<SoakFigures> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? impossible();
  const chance = (share: number): boolean => random() < share;
  const some = (list: readonly string[], ...shares: number[]): string[] =>
    shares.flatMap((share) => (chance(share) ? [pick(list)] : []));
  const notes = noteSoak(createJournal({ open: database }));
  const { journal } = notes;
  const { now, products } = world;
  const [firstChain = impossible(), ...otherChains] = world.chains;
  const chainEvidence = async (id: string) =>
    world.chains.find(({ network }) => network === id)?.evidence ?? null;
  let signedIn = true;
  const signIn = (yes: boolean): void => {
    signedIn = yes;
    world.signIn(yes);
  };
  const failedNodes = ({ nodes, node }: SoakChain): void => {
    const all = chance(0.1);
    for (const url of nodes) {
      const machines = chance(0.4) ? 1 : 1 + Math.floor(random() * 3);
      const lagsSec = Array.from({ length: machines }, () =>
        machines === 1 && chance(0.7) ? 0 : pick(LAGS_SEC),
      );
      node(url, { down: all || chance(0.15), lagsSec });
    }
  };
  const check = (page = createModelPage(journal, null)) =>
    reconcile({ journal: page.journal, locks: page.locks, chainEvidence, products, now });

  await boughtElsewhere();
  for (let at = 0; at < orders; at += 1) {
    const id = `order-${at}`;
    const chain = otherChains.length > 0 && chance(0.35) ? pick(otherChains) : firstChain;
    world.chains.forEach(failedNodes);
    signIn(chance(0.6));
    const killAt = chance(0.35) ? pick(KILL_POINTS) : null;
    const page = createModelPage(journal, killAt);
    const review = await chain.review(id, pick(AMOUNTS));
    const faults = some(world.faults, 0.75, 0.3);
    notes.happened(id, `${chain.network.slice(0, 6)}, ${faults.join(' + ')}, killed ${killAt ?? 'never'}`);
    const attempt = () => pay({ chain, page, review, faults });
    // A second click while the first one is at work.
    await Promise.race([page.killed, Promise.all(chance(0.2) ? [attempt(), attempt()] : [attempt()])]);
    if (chance(0.3)) world.agentBuys(pick(AMOUNTS) + 100);
    await after(id, review.product.amountCents);
  }
  await untilCertain();
  const counted = await countSoak({ seed, world, journal, notes, orders }, figures);
  await (await database()).clear('payments');
  return counted;

  /** The same wallet pays in another browser, of which this journal knows nothing: a cache may still hold that answer. */
  async function boughtElsewhere(): Promise<void> {
    const { chains } = world;
    for (const chain of chains) {
      const review = await chain.review('elsewhere', pick(AMOUNTS));
      const { requestUrl, amountAtomic } = review;
      const signed = await chain.sign(review);
      await world.send({ requestUrl, amountAtomic, product: { ...review.product }, signed }, []);
    }
    await world.tick(2 * HOUR_SEC);
  }

  async function pay(input: {
    chain: SoakChain;
    page: ReturnType<typeof createModelPage>;
    review: ReviewedOrder;
    faults: readonly string[];
  }): Promise<void> {
    const { chain, page, review, faults } = input;
    const acknowledgedRowIds = (await journal.list()).flatMap((e) => (e.kind === 'row' ? [e.row.id] : []));
    world.reading(some(world.readFaults, 0.2));
    const listing = signedIn
      ? await products.list({ payer: review.payer, product: { ...review.product } })
      : null;
    const sign = async () => {
      await page.point('wallet open');
      if (chance(0.05)) throw new PaymentError('wallet-rejected', 'declined');
      const signed = await chain.sign(review);
      notes.isSigned(review.orderId, signed);
      return signed;
    };
    let row: PaymentRow | null = null;
    try {
      await payOrder({
        review,
        signer: { payer: chain.payer, sign },
        journal: page.journal,
        locks: page.locks,
        knownProductIds: listing?.kind === 'listed' ? listing.products.map(({ id }) => id) : null,
        acknowledgedRowIds,
        findProduct: world.findProduct(review.product.amountCents),
        now,
        onRow: (step) => {
          row = step;
        },
        send: async () => {
          const answer = await world.send(row ?? impossible(), faults);
          await page.point('request sent');
          await world.tick(3);
          return answer;
        },
      });
    } catch (error) {
      if (!(error instanceof PaymentError)) throw error;
    }
  }

  /** The next page: it looks, a person sends or throws away, time passes. */
  async function after(id: string, amountCents: number): Promise<void> {
    const page = createModelPage(journal, null);
    await world.tick(Math.floor(random() * 40) + (chance(0.2) ? 200 : 0));
    if (chance(0.5)) world.chains.forEach(failedNodes);
    const reads = some(world.readFaults, 0.4, 0.1);
    world.reading(reads);
    await check(page);
    const row = await journal.get(id);
    const faults = some(world.faults, 0.9, 0.2);
    const action = { ...page, rowId: id, now, findProduct: world.findProduct(amountCents) };
    const again = (known: PaymentRow) => ({ ...action, send: async () => world.send(known, faults) });
    const before = `reads ${reads.join(' + ')}, then “${row?.state ?? 'none'}”`;
    if (row?.state === 'signed') {
      if (chance(0.5)) await discardRow(action);
      else await sendRow(again(row));
      notes.happened(id, `${before}, sent or discarded: ${faults.join(' + ')}`);
    } else if (row?.state === 'unknown' && chance(0.3)) {
      await sendRow(again(row)).catch(onlyRefusals);
      notes.happened(id, `${before}, sent again: ${faults.join(' + ')}`);
    } else if (row?.state === 'paid-not-delivered' && chance(0.5)) {
      await askRow(again(row)).catch(onlyRefusals);
      notes.happened(id, `${before}, asked again: ${faults.join(' + ')}`);
    } else notes.happened(id, before);
    if (chance(0.5)) await world.settleWithheld();
    if (chance(0.3)) await check();
    if (chance(0.1)) await world.tick(400);
    if (chance(0.1)) await check();
  }

  /** Everything that still can happen happens, every node is back, the person signs in and looks again, now and the next day. */
  async function untilCertain(): Promise<void> {
    await world.settleWithheld();
    await world.tick(1_000);
    signIn(true);
    world.reading([]);
    for (const { nodes, node } of world.chains)
      for (const url of nodes) node(url, { down: false, lagsSec: [0] });
    await check();
    await world.tick(HOUR_SEC);
    await check();
  }
}

/** "Not now" is an answer a person may get; a bug is not. */
function onlyRefusals(error: unknown): null {
  if (error instanceof PaymentError) return null;
  throw error;
}

function impossible(): never {
  throw new Error('cannot happen');
}
