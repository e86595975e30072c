import { orderTerms } from '../catalogue/order-terms.ts';
import { CALLABLE_BASE_URL, type SandboxApp, type SandboxContext } from '../context.ts';

/**
 * `GET /order-gift-card?amount=&laso_server_id=&country=US`: the converted value by x402 (later with the fee
 * on top), then the code, once.
 */
export function mountOrderGiftCard(app: SandboxApp, context: SandboxContext): void {
  app.get('/order-gift-card', async (c) => {
    const amount = c.req.query('amount') ?? '';
    const id = c.req.query('laso_server_id') ?? '';
    const country = c.req.query('country') || 'US';
    if (amount === '') return c.json({ error: 'No amount was given.' }, 400);
    if (id === '') return c.json({ error: 'No laso_server_id was given.' }, 400);
    const product = context.catalogue.find(id);
    if (!product)
      return context.switches.unknownGift === 'early'
        ? c.json(unknownProduct(id, context.resourceUrl(c)), 404)
        : c.json({ error: 'Gift card product not found' }, 400);
    const terms = orderTerms(product, amount, country, context.switches.giftCards === 'later');
    if ('error' in terms) return c.json({ error: terms.error }, 400);

    const charge = { atomic: terms.atomic, description: `Laso Finance gift card, ${product.name}` };
    return context.payments.charge(c, charge, async (userId) => {
      const card = context.giftCards.order(userId, product, amount, country);
      return c.json({
        auth: context.tokens.issue(userId),
        callable_base_url: CALLABLE_BASE_URL,
        user_id: userId,
        gift_card: {
          card_id: card.cardId,
          laso_server_id: card.lasoServerId,
          amount: Number(card.amount),
          currency: card.currency,
          country: card.country,
          redemption_url: card.redemptionUrl,
          redemption_code: card.redemptionCode,
          pin_code: card.pinCode,
          status: 'completed',
          timestamp: card.orderedAt,
        },
      });
    });
  });
}

/** (2026-09) The refusal comes before any price, and it is final. */
const unknownProduct = (id: string, requestUrl: string) => ({
  error: 'There is no gift card with this id.',
  code: 'unknown_laso_server_id',
  terminal: true,
  laso_server_id: id,
  hint: 'Look for the product again and use the id that is listed. Nothing was paid.',
  search_url: new URL('/search-gift-cards', requestUrl).href,
});
