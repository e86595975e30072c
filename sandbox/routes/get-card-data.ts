import type { SandboxApp, SandboxContext } from '../context.ts';
import { cardToWire } from '../store/card-wire.ts';
import { reloadableCard, reloadableCardsOf } from '../store/reloadable-cards.ts';
import { requireAccount } from './require-account.ts';

const TYPES = new Map<string, 'us' | 'intl' | 'reloadable'>([
  ['Non-Reloadable U.S.', 'us'],
  ['Non-Reloadable International', 'intl'],
  ['Reloadable', 'reloadable'],
]);

/** `GET /get-card-data?card_id=&card_type=`: one CardData, or `{cards}` of one type (U.S. when not said). */
export function mountGetCardData(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-card-data', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { store, clock, switches } = context;
    const reloadable = switches.reloadableCards ? reloadableCardsOf(account.userId) : [];

    const cardId = c.req.query('card_id');
    if (cardId !== undefined && cardId !== '') {
      const other = switches.reloadableCards ? reloadableCard(account.userId, cardId) : null;
      if (other) return c.json(other);
      const card = store.card(cardId);
      if (!card) return c.json({ error: 'Card not found' }, 404);
      if (card.owner !== account.userId) return c.json({ error: 'This card is another account’s.' }, 403);
      return c.json(cardToWire(card, clock.now(), 'single', switches));
    }

    const typeName = c.req.query('card_type') ?? 'Non-Reloadable U.S.';
    const type = TYPES.get(typeName);
    if (type === undefined) {
      return c.json({ error: `No cards of the type "${typeName}" exist.` }, 400);
    }
    const asOf = c.get('asOf') ?? Infinity;
    const cards =
      type === 'reloadable'
        ? []
        : store.cardsOf(account.userId, type).filter(({ orderedAt }) => orderedAt <= asOf);
    const listed = cards.map((card) => cardToWire(card, clock.now(), 'listed', switches));
    return c.json({ cards: type === 'intl' ? listed : [...listed, ...reloadable] });
  });
}
