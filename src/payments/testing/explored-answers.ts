/** For the exhaustive check: what Laso, or something between it and the page, can do with a paid request and answer to it. */
import {
  cardOf,
  isUsable,
  ORDERS,
  transactionOf,
  withOrder,
  type OrderId,
  type World,
} from './explored-world.ts';
import type { PaidAnswer } from '../quote/transport.ts';

interface Answered {
  readonly name: string;
  readonly next: World;
  readonly answer: PaidAnswer;
}

const SILENCE: PaidAnswer = { kind: 'silent', cause: null, settlement: null };
const answer = (
  status: number,
  body: unknown,
  settlement: PaidAnswer['settlement'] = null,
  contentType = 'application/json',
): PaidAnswer => ({
  kind: 'answered',
  status,
  contentType,
  body,
  settlement,
});
const page = (status: number): PaidAnswer => answer(status, null, null, 'text/html');
const settled = (id: OrderId) => ({
  success: true,
  transaction: transactionOf(id),
  network: null,
  payer: null,
  errorReason: null,
});
const REFUSED = answer(402, { success: false, errorReason: 'insufficient_funds' });
const BROKEN = answer(500, { error: 'broken' });
/** A gateway's own pages. */
const PAGES = [page(200), page(403)];

/** Everything that can become of a request that is sent now. */
export function answersFrom(world: World, id: OrderId): Answered[] {
  const order = world.orders[id];
  const lost = { name: `the request of order ${id} is lost`, next: world, answer: SILENCE };
  if (!isUsable(world, order))
    return [lost, { name: `Laso refuses order ${id}`, next: world, answer: REFUSED }, ...replayed(world, id)];
  const paidAfter = world.tick - (order.signedAt ?? 0);
  const withCard = withOrder(world, id, { paidAfter, card: true, held: false });
  const withoutCard = withOrder(world, id, { paidAfter, held: false });
  const held = withOrder(world, id, { held: true });
  const named = (what: string, next: World, ...answers: PaidAnswer[]): Answered[] =>
    answers.map((come) => ({ name: `${what} of order ${id}, answer ${sayOf(come)}`, next, answer: come }));
  return [
    lost,
    ...named(
      'the card',
      withCard,
      answer(200, { card: cardOf(id) }, settled(id)),
      answer(200, { card: cardOf(id) }),
      SILENCE,
      BROKEN,
      REFUSED,
      ...PAGES,
    ),
    ...replayed(withCard, id),
    ...named(
      'payment without a card',
      withoutCard,
      answer(200, { success: true }, settled(id)),
      SILENCE,
      BROKEN,
    ),
    ...named('the held payment', held, SILENCE, REFUSED),
    ...named('refusal', world, REFUSED, ...PAGES),
    ...replayed(world, id),
  ];
}

/** A cache between answers with what it kept of the other order. */
const replayed = (world: World, id: OrderId): Answered[] =>
  ORDERS.filter((other) => other !== id && world.orders[other].card).flatMap((other) =>
    [settled(other), null].map((header) => ({
      name: `a cache answers order ${id} with what order ${other} got${header ? '' : ', its header hidden'}`,
      next: world,
      answer: answer(200, { card: cardOf(other) }, header),
    })),
  );

const sayOf = (come: PaidAnswer): string =>
  come.kind === 'silent' ? 'lost' : `${come.status}${come.settlement ? ' with its header' : ''}`;
