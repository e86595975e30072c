import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '#storage/database.ts';
import { baseWorld } from '../testing/evm/world.ts';
import { createJournal } from '../journal/journal.ts';
import { payOrder } from './pay.ts';
import { PaymentError } from '../payment-error.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { chooseProduct, discardRow, dismissRow, sendRow } from './row-actions.ts';
import { solanaWorld } from '../testing/solana/world.ts';
import { NODES } from '../testing/world.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const node = fc.record({
  at: fc.constantFrom(NODES, NODES, NODES, ...NODES.map((url) => [url])),
  down: fc.constantFrom(false, false, false, true),
  lagSec: fc.constantFrom(0, 0, 4, 70, 500, 500, 5_000),
  holdsSec: fc.constantFrom(null, null, 20, 100),
  memos: fc.boolean(),
});
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('tick' as const),
      // A minute is all that a payment on Solana lives.
      seconds: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 400 })),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'check' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('node' as const), node }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'server settles' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'payer cancels' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'card appears' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'send' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'discard' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'put aside' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'sign in or out' as const }) },
);
const answer: fc.Arbitrary<PaidAnswer> = fc.constantFrom<PaidAnswer[]>(
  { kind: 'silent', cause: null, settlement: null },
  {
    kind: 'answered',
    status: 402,
    contentType: 'application/json',
    body: { success: false, errorReason: 'insufficient_funds' },
    settlement: null,
  },
  { kind: 'answered', status: 500, contentType: 'application/json', body: null, settlement: null },
  {
    kind: 'answered',
    status: 403,
    contentType: 'application/json',
    body: { frozen_message: 'Frozen' },
    settlement: null,
  },
);

test.each([
  ['Base', baseWorld],
  ['Solana', solanaWorld],
] as const)(
  'on %s "Not charged" is never said of a payment that settles later, or did, whatever happens in whatever order',
  async (_network, createWorld) => {
    const journal = createJournal({ open: database });
    let notCharged = 0;
    let settledLate = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        answer,
        node,
        fc.array(event, { maxLength: 40 }),
        async (unsent, first, begin, events) => {
          await (await database()).clear('payments');
          const world = createWorld();
          for (const url of NODES) world.node(url, begin);
          const { evidence, review, signed } = world;
          const now = () => world.nowSec() * 1000;
          const cards: { id: string; kind: string; amountCents: number; orderedAtMs: number }[] = [];
          let signedIn = true;
          let serverHasIt = false;
          const products = {
            list: async () =>
              signedIn ? { kind: 'listed' as const, products: [...cards] } : { kind: 'signed-out' as const },
          };
          const send = async () => {
            serverHasIt = true;
            return first;
          };
          // A page that could not write "sent" leaves a signed payment behind that was never sent.
          const failing = {
            ...journal,
            commit: async (row: Parameters<typeof journal.commit>[0]) => {
              if (unsent && row.state === 'sent') throw new PaymentError('storage', 'full');
              await journal.commit(row);
            },
          };
          const signer = { payer: review.payer, sign: async () => signed };
          const findProduct = () => null;
          await payOrder({
            review,
            signer,
            journal: failing,
            knownProductIds: [],
            findProduct,
            now,
            send,
          }).catch(() => null);

          const act = { journal, rowId: 'order-1', now, findProduct, send };
          for (const one of events) {
            if (one.kind === 'tick') world.tick(one.seconds);
            else if (one.kind === 'node') one.node.at.forEach((url) => world.node(url, one.node));
            else if (one.kind === 'server settles' && serverHasIt) world.settle();
            else if (one.kind === 'payer cancels') world.cancel();
            else if (one.kind === 'card appears' && world.paid())
              cards.push({ id: `c${cards.length}`, kind: 'us-card', amountCents: 5000, orderedAtMs: now() });
            else if (one.kind === 'sign in or out') signedIn = !signedIn;
            else if (one.kind === 'check')
              await reconcile({ journal, chainEvidence: async () => evidence, products, now });
            else if (one.kind === 'send') await sendRow(act).catch(() => null);
            else if (one.kind === 'discard') await discardRow(act).catch(() => null);
            else if (one.kind === 'put aside')
              await dismissRow({ ...act, reason: 'later' }).catch(() => null);
            const row = await journal.get('order-1');
            if (row?.state === 'paid-not-delivered' && row.candidateIds[0])
              await chooseProduct({ ...act, productId: row.candidateIds[0] });
            // What was said once can become wrong later only if the money could still move: let the server try.
            if (row?.state !== 'not-charged') continue;
            notCharged += 1;
            if (serverHasIt) world.settle();
            expect(world.paid(), JSON.stringify(row.history)).toBe(false);
            return;
          }
          if (world.paid()) settledLate += 1;
        },
      ),
      { numRuns: 1_000 },
    );
    expect(Math.min(notCharged, settledLate)).toBeGreaterThan(20);
  },
  60_000,
);
