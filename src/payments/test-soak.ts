/** For tests and bench/payments.ts: many orders through the real flow, journal and evidence, with everything around them failing at random. */
import { seededRandom } from '#sandbox/scenarios/random.ts';
import { database } from '#storage/database.ts';
import type { ChainEvidence, ProductEvidence } from './evidence.ts';
import { createJournal, type Journal } from './journal.ts';
import type { ReviewedOrder } from './order-review.ts';
import type { FindProduct } from './outcome.ts';
import { payOrder } from './pay.ts';
import { PaymentError } from './payment-error.ts';
import type { PaymentRow } from './payment-row.ts';
import { reconcile } from './reconcile.ts';
import { askRow, discardRow, sendRow } from './row-actions.ts';
import type { SignedPayment } from './signed-payment.ts';
import { createModelPage, KILL_POINTS } from './test-page.ts';
import { countSoak, noFigures, type SoakFigures } from './test-soak-count.ts';
import type { PaidAnswer } from './transport.ts';

/** What surrounds one batch of orders: a Laso, a chain and its nodes, a wallet; all on one clock that only `tick` moves far. */
export interface SoakWorld {
  readonly nodes: readonly string[];
  node(url: string, state: { down: boolean; lagSec: number }): void;
  /** Names of what can go wrong at the server. */
  readonly faults: readonly string[];
  readonly payer: string;
  now(): number;
  tick(seconds: number): Promise<void>;
  readonly evidence: ChainEvidence;
  readonly products: ProductEvidence;
  readonly findProduct: FindProduct;
  /** Whether the account's list can be read from now on. */
  signIn(yes: boolean): void;
  /** Ids of the account's cards, whoever is signed in. */
  cardIds(): string[];
  /** Somebody else buys with the same account. */
  agentBuys(amountCents: number): void;
  review(orderId: string, amountCents: number): Promise<ReviewedOrder>;
  sign(review: ReviewedOrder): Promise<SignedPayment>;
  /** Once, with this fault at the server ("none": without one). */
  send(row: PaymentRow, fault: string): Promise<PaidAnswer>;
  /** What the server has and has not worked through is worked through now, where it still can be. */
  settleWithheld(): Promise<void>;
  paid(nonce: string): Promise<boolean>;
}

const AMOUNTS = [1_000, 2_500, 5_000];
export const SOAK_BATCH = 25;

/**
 * Runs `orders` orders, the same ones for the same seed, in batches of one journal and one world each. Throws on an order with two signatures, a charge nobody accounts for, or a
 * false word. What it counts is added to `before`.
 */
export async function runSoak(
  { orders, seed }: { orders: number; seed: number },
  createWorld: (random: () => number) => Promise<SoakWorld>,
  before: SoakFigures = noFigures(),
): Promise<SoakFigures> {
  let figures = before;
  for (let done = 0; done < orders; done += SOAK_BATCH) {
    const random = seededRandom(seed + done);
    const world = await createWorld(random);
    figures = await runBatch({ world, random, orders: Math.min(SOAK_BATCH, orders - done) }, figures);
  }
  return figures;
}

interface Batch {
  readonly world: SoakWorld;
  readonly random: () => number;
  readonly orders: number;
}

async function runBatch({ world, random, orders }: Batch, figures: SoakFigures): Promise<SoakFigures> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? impossible();
  const chance = (share: number): boolean => random() < share;
  const journal: Journal = createJournal({ open: database });
  const { now, evidence, products, findProduct } = world;
  const signatures = new Map<string, number>();
  const nonces = new Map<string, string>();
  let signedIn = true;
  const signIn = (yes: boolean): void => {
    signedIn = yes;
    world.signIn(yes);
  };
  const failedNodes = (): void => {
    const all = chance(0.15);
    for (const url of world.nodes)
      world.node(url, { down: all || chance(0.2), lagSec: chance(0.2) ? 200 : 0 });
  };
  const check = ({ journal: pages, locks }: Pick<ReturnType<typeof createModelPage>, 'journal' | 'locks'>) =>
    reconcile({ journal: pages, locks, chainEvidence: async () => evidence, products, now });

  for (let at = 0; at < orders; at += 1) {
    failedNodes();
    signIn(chance(0.6));
    const page = createModelPage(journal, chance(0.4) ? pick(KILL_POINTS) : null);
    const review = await world.review(`order-${at}`, pick(AMOUNTS));
    const input = { page, review, fault: chance(0.3) ? 'none' : pick(world.faults) };
    const attempt = () => pay(input);
    // A second click while the first one is at work.
    await Promise.race([page.killed, Promise.all(chance(0.2) ? [attempt(), attempt()] : [attempt()])]);
    if (chance(0.3)) world.agentBuys(pick(AMOUNTS) + 100);
    await after(review.orderId);
  }
  await untilCertain();
  const counted = await countSoak(
    { journal, paid: world.paid, cardIds: world.cardIds(), signatures, nonces, orders },
    figures,
  );
  await (await database()).clear('payments');
  return counted;

  async function pay(input: {
    page: ReturnType<typeof createModelPage>;
    review: ReviewedOrder;
    fault: string;
  }): Promise<void> {
    const { page, review, fault } = input;
    const acknowledgedRowIds = (await journal.list()).flatMap((e) => (e.kind === 'row' ? [e.row.id] : []));
    const sign = async () => {
      await page.point('wallet open');
      if (chance(0.05)) throw new PaymentError('wallet-rejected', 'declined');
      signatures.set(review.orderId, (signatures.get(review.orderId) ?? 0) + 1);
      const signed = await world.sign(review);
      nonces.set(review.orderId, signed.nonce);
      return signed;
    };
    let row: PaymentRow | null = null;
    try {
      await payOrder({
        review,
        signer: { payer: world.payer, sign },
        journal: page.journal,
        locks: page.locks,
        knownProductIds: signedIn ? world.cardIds() : null,
        acknowledgedRowIds,
        findProduct,
        now,
        onRow: (step) => {
          row = step;
        },
        send: async () => {
          const answer = await world.send(row ?? impossible(), fault);
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
  async function after(id: string): Promise<void> {
    const page = createModelPage(journal, null);
    await world.tick(Math.floor(random() * 40));
    await check(page);
    const row = await journal.get(id);
    const fault = pick(world.faults);
    const action = { ...page, rowId: id, now, findProduct };
    const again = (known: PaymentRow) => ({ ...action, send: async () => world.send(known, fault) });
    if (row?.state === 'signed') {
      if (chance(0.5)) await discardRow(action);
      else await sendRow(again(row));
    } else if (row?.state === 'unknown' && chance(0.3)) {
      await sendRow(again(row)).catch(onlyRefusals);
    } else if (row?.state === 'paid-not-delivered' && chance(0.5)) {
      await askRow(again(row)).catch(onlyRefusals);
    }
    if (chance(0.5)) await world.settleWithheld();
    if (chance(0.3)) await check(createModelPage(journal, null));
    if (chance(0.1)) await world.tick(400);
  }

  /** Everything that still can happen happens, every node is back, the person signs in and looks again. */
  async function untilCertain(): Promise<void> {
    await world.settleWithheld();
    await world.tick(1_000);
    signIn(true);
    for (const url of world.nodes) world.node(url, { down: false, lagSec: 0 });
    await check(createModelPage(journal, null));
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
