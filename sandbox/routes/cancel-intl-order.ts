import type { SandboxApp, SandboxContext } from '../context.ts';
import { jsonBody } from './json-body.ts';
import { requireAccount } from './require-account.ts';

/** `POST /cancel-intl-order {card_id}`: only while queued; the whole charge goes to the account balance. */
export function mountCancelIntlOrder(app: SandboxApp, context: SandboxContext): void {
  app.post('/cancel-intl-order', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { card_id: cardId } = await jsonBody(c);
    if (typeof cardId !== 'string' || cardId === '') return c.json({ error: 'No card_id in the body.' }, 400);
    const card = context.store.card(cardId);
    if (!card || card.owner !== account.userId || card.type !== 'intl')
      return c.json({ error: 'Card not found' }, 404);
    if (card.state !== 'queued')
      return c.json({ error: 'Only queued orders can be cancelled. This order is no longer queued.' }, 400);
    context.store.cancelIntlOrder(card);
    return c.json({
      card_id: card.cardId,
      message: 'Cancelled. What it cost is in the balance.',
    });
  });
}
