import { centsToQuery, centsToUsdcAtomic, parseCents } from '#domain/money.ts';
import { CALLABLE_BASE_URL, type SandboxApp, type SandboxContext } from '../context.ts';
import { readable } from '../store/card-wire.ts';

/** `GET /get-card?amount=5…1000&format=json|html`: the amount by x402, then a pending U.S. card. */
export function mountGetCard(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-card', async (c) => {
    const wanted = readAmount(c.req.query('amount'));
    if ('error' in wanted) return c.json({ error: wanted.error }, 400);
    const format = c.req.query('format') ?? 'json';
    if (format !== 'json' && format !== 'html')
      return c.json({ error: 'format must be "json" or "html"' }, 400);

    const description = `Laso Finance prepaid card, $${centsToQuery(wanted.cents)}`;
    return context.payments.charge(
      c,
      { atomic: centsToUsdcAtomic(wanted.cents), description },
      async (userId) => {
        const card = context.store.orderUsCard(userId, wanted.cents);
        if (format === 'html') {
          const target = new URL(`/cards/${card.cardId}`, context.dashboardUrl).href;
          return c.html(
            `<!doctype html><meta http-equiv="refresh" content="0;url=${target}"><title>Your card</title>`,
          );
        }
        return c.json({
          auth: context.tokens.issue(userId),
          callable_base_url: CALLABLE_BASE_URL,
          user_id: userId,
          card: {
            card_id: card.cardId,
            usd_amount: card.usdAmountCents / 100,
            country: 'US',
            timestamp: card.orderedAt,
            timestamp_readable: readable(card.orderedAt),
            status: 'pending',
          },
        });
      },
    );
  });
}

function readAmount(text: string | undefined): { cents: number } | { error: string } {
  if (text === undefined || text === '') return { error: 'No amount was given.' };
  const cents = parseCents(text);
  if (cents === null) return { error: 'amount must be a number of dollars with at most two decimals' };
  if (cents < 500) return { error: `A card holds $5 or more, not $${text}` };
  if (cents > 100_000) return { error: `A card holds $1000 at most, not $${text}` };
  return { cents };
}
