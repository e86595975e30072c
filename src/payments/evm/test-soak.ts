/** For tests and bench/payments.ts: many orders through the real flow, journal and evidence, with everything around them failing at random. */
import { database } from '#storage/database.ts';
import { createEvmEvidence } from './evidence.ts';
import { isJsonObject } from '../json-object.ts';
import { createJournal, type Journal } from '../journal.ts';
import type { ReviewedOrder } from '../order-review.ts';
import { payOrder } from '../pay.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentRow } from '../payment-row.ts';
import { reconcile } from '../reconcile.ts';
import { discardRow, sendRow } from '../row-actions.ts';
import { createModelChain } from './test-chain.ts';
import { createModelLaso, SERVER_FAULTS, type ServerFault } from '../test-laso.ts';
import { NETWORK, PAYER, reviewOf, signedPayment } from '../test-order.ts';
import { createModelPage, KILL_POINTS } from '../test-page.ts';
import type { SoakFigures } from '../test-soak-count.ts';
import { countSoak, noFigures } from '../test-soak-count.ts';

const NODES = ['http://node/a', 'http://node/b'];
const AMOUNTS = [1_000, 2_500, 5_000];
const BATCH = 25;

/** The same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Runs `orders` orders in batches of one journal each. Throws on an order with two signatures, a charge nobody accounts for, or a false word. */
export async function runSoak(orders: number, seed: number): Promise<SoakFigures> {
  let figures = noFigures();
  for (let done = 0; done < orders; done += BATCH)
    figures = await runBatch(Math.min(BATCH, orders - done), seed + done, figures);
  return figures;
}

async function runBatch(orders: number, seed: number, figures: SoakFigures): Promise<SoakFigures> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? impossible();
  const chance = (share: number): boolean => random() < share;
  const chain = createModelChain();
  const laso = createModelLaso(chain, random);
  const journal: Journal = createJournal({ open: database });
  const now = (): number => chain.nowSec() * 1000;
  const evidence = createEvmEvidence({
    network: { ...NETWORK, rpcUrl: NODES[0] ?? '', rpcFallbackUrls: NODES.slice(1) },
    fetch: chain.fetch,
    now,
  });
  const signatures = new Map<string, number>();
  const nonces = new Map<string, string>();
  const failedNodes = (): void => {
    const all = chance(0.15);
    for (const url of NODES) chain.node(url, { down: all || chance(0.2), lagSec: chance(0.2) ? 200 : 0 });
  };
  const check = (page: { journal: Journal; locks: ReturnType<typeof createModelPage>['locks'] }) =>
    reconcile({ ...page, chainEvidence: async () => evidence, products: laso.products, now });
  const send =
    (row: PaymentRow, fault: ServerFault, point: (name: 'request sent') => Promise<void>) => async () => {
      if (!row.signed) throw new Error('sent without a payload');
      const order = {
        signed: row.signed,
        amountAtomic: row.amountAtomic,
        amountCents: row.product.amountCents,
      };
      const answer = laso.take(order, fault);
      await point('request sent');
      chain.tick(fault === 'late' ? 90 : 3);
      return answer;
    };

  for (let at = 0; at < orders; at += 1) {
    failedNodes();
    laso.signIn(chance(0.6));
    const page = createModelPage(journal, chance(0.4) ? pick(KILL_POINTS) : null);
    const amountCents = pick(AMOUNTS);
    const review = reviewOf({
      orderId: `order-${at}`,
      amountAtomic: String(amountCents * 10_000),
      product: { kind: 'us-card', amountCents },
      reviewedAtMs: now(),
    });
    const input = { page, review, fault: chance(0.3) ? ('none' as const) : pick(SERVER_FAULTS) };
    const attempt = () => pay(input);
    // A second click while the first one is at work.
    await Promise.race([page.killed, Promise.all(chance(0.2) ? [attempt(), attempt()] : [attempt()])]);
    if (chance(0.3)) laso.agentBuys(pick(AMOUNTS) + 1);
    await after(review.orderId);
  }
  await untilCertain();
  const counted = await countSoak({ journal, chain, laso, signatures, nonces, orders }, figures);
  await (await database()).clear('payments');
  return counted;

  async function pay(input: {
    page: ReturnType<typeof createModelPage>;
    review: ReviewedOrder;
    fault: ServerFault;
  }): Promise<void> {
    const { page, review, fault } = input;
    const acknowledgedRowIds = (await journal.list()).flatMap((e) => (e.kind === 'row' ? [e.row.id] : []));
    const nonce = `0x${String(seed).padStart(12, '0')}${review.orderId.slice(6).padStart(52, '0')}`;
    const sign = async () => {
      await page.point('wallet open');
      if (chance(0.05)) throw new PaymentError('wallet-rejected', 'declined');
      signatures.set(review.orderId, (signatures.get(review.orderId) ?? 0) + 1);
      nonces.set(review.orderId, nonce);
      return signedPayment({ nonce, validBeforeSec: chain.nowSec() + 300 });
    };
    let row: PaymentRow | null = null;
    try {
      await payOrder({
        review,
        signer: { payer: PAYER, sign },
        journal: page.journal,
        locks: page.locks,
        knownProductIds: laso.isSignedIn() ? laso.cardIds() : null,
        acknowledgedRowIds,
        findProduct,
        now,
        onRow: (step) => {
          row = step;
        },
        send: async () => send(row ?? impossible(), fault, page.point)(),
      });
    } catch (error) {
      if (!(error instanceof PaymentError)) throw error;
    }
  }

  /** The next page: it looks, a person sends or throws away, time passes. */
  async function after(id: string): Promise<void> {
    const page = createModelPage(journal, null);
    chain.tick(Math.floor(random() * 40));
    await check(page);
    const row = await journal.get(id);
    const fault = pick(SERVER_FAULTS);
    const action = { ...page, rowId: id, now, findProduct };
    if (row?.state === 'signed') {
      if (chance(0.5)) await discardRow(action);
      else await sendRow({ ...action, send: send(row, fault, async () => {}) });
    } else if (row?.state === 'unknown' && chance(0.3)) {
      await sendRow({ ...action, send: send(row, fault, async () => {}) }).catch(() => null);
    }
    if (chance(0.5)) laso.settleWithheld();
    if (chance(0.3)) await check(createModelPage(journal, null));
    if (chance(0.1)) chain.tick(400);
  }

  /** Everything that still can happen happens, every node is back, the person signs in and looks again. */
  async function untilCertain(): Promise<void> {
    laso.settleWithheld();
    chain.tick(1_000);
    laso.signIn(true);
    NODES.forEach((url) => chain.node(url));
    await check(createModelPage(journal, null));
  }
}

const findProduct = (body: unknown) =>
  isJsonObject(body) && typeof body['card'] === 'string' ? { cardId: body['card'] } : null;

function impossible(): never {
  throw new Error('cannot happen');
}
