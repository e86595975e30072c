import { centsToQuery, centsToUsdcAtomic, parseCents } from '#domain/money.ts';
import { CALLABLE_BASE_URL, type SandboxApp, type SandboxContext } from '../context.ts';
import { intlFeeCents } from '../store/stored-card.ts';

/**
 * `GET /order-intl-card?amount=100…1000`, whole dollars: the amount and 3.8 % (switch `intlFeeRate`) by x402,
 * then an order in the queue.
 */
export function mountOrderIntlCard(app: SandboxApp, context: SandboxContext): void {
  app.get('/order-intl-card', async (c) => {
    const wanted = readAmount(c.req.query('amount'));
    if ('error' in wanted) return c.json({ error: wanted.error }, 400);
    const feesCents = intlFeeCents(wanted.cents, context.switches.intlFeeRate);
    const description = `Laso Finance international prepaid card, $${centsToQuery(wanted.cents)}`;
    return context.payments.charge(
      c,
      { atomic: centsToUsdcAtomic(wanted.cents + feesCents), description },
      async (userId) => {
        const card = context.store.orderIntlCard(userId, wanted.cents, feesCents);
        return c.json({
          auth: context.tokens.issue(userId),
          callable_base_url: CALLABLE_BASE_URL,
          user_id: userId,
          intl_card_order: {
            ...(context.switches.intlOrderId && { card_id: card.cardId }),
            on_card_usd_amount: card.usdAmountCents / 100,
            charged_usd_amount: card.chargedCents / 100,
            status: 'queued',
            timestamp: card.orderedAt,
          },
          message: 'Your international card order is queued. It is fulfilled by hand, within 24 hours.',
        });
      },
    );
  });
}

function readAmount(text: string | undefined): { cents: number } | { error: string } {
  if (text === undefined || text === '') return { error: 'No amount was given.' };
  const cents = parseCents(text);
  if (cents === null) return { error: 'amount must be a number of dollars' };
  if (cents < 10_000) return { error: `A card holds $100 or more, not $${text}` };
  if (cents > 100_000) return { error: `A card holds $1000 at most, not $${text}` };
  if (cents % 100 !== 0) return { error: `A card holds whole dollars, not $${text}` };
  return { cents };
}
