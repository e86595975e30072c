import { randomBytes } from 'node:crypto';
import { centsToQuery, centsToUsdcAtomic, parseCents } from '#domain/money.ts';
import { CALLABLE_BASE_URL, type RequestContext, type SandboxApp, type SandboxContext } from '../context.ts';

/** Cents of the recipient's currency; what it costs in cents of US dollars. */
interface Transfer {
  faceCents: number;
  currency: Currency;
  priceCents: number;
  /** What the answer says besides the face value, in the form of the chosen document. */
  told: Record<string, unknown>;
}
type Currency = 'USD' | 'EUR' | 'GBP';

/** US dollars for 10,000 of each: the sandbox's own, steady rates. */
const RATES: Record<Currency, number> = { USD: 10_000, EUR: 11_600, GBP: 13_400 };
const NOTES: Record<Currency, string> = {
  USD: 'It reaches debit cards of U.S. banks only.',
  EUR: 'For Eurozone debit cards only.',
  GBP: 'For U.K. debit cards only.',
};

/**
 * `GET /get-push-to-card?amount=10…9541.98`: the first document's (the amount is paid, 4.8 % of the face
 * value included in it), or behind the switch the newer one's (`currency`; the amount is the face value, the
 * fee comes on top).
 */
export function mountGetPushToCard(app: SandboxApp, context: SandboxContext): void {
  app.get('/get-push-to-card', async (c) => {
    const wanted = readTransfer(c, context.switches.pushToCard);
    if ('error' in wanted) return c.json({ error: wanted.error }, 400);
    const { faceCents, currency, priceCents, told } = wanted;
    const description = `Laso Finance push to card, ${centsToQuery(faceCents)} ${currency}`;
    return context.payments.charge(
      c,
      { atomic: centsToUsdcAtomic(priceCents), description },
      async (userId) => {
        const card = currency === 'USD' ? 'U.S. debit card' : 'debit card';
        return c.json({
          auth: context.tokens.issue(userId),
          callable_base_url: CALLABLE_BASE_URL,
          user_id: userId,
          success: true,
          message: `The transfer waits for its recipient, who names a ${card} on the page at redemption_url.`,
          amount: faceCents / 100,
          ...told,
          redemption_url:
            context.switches.redemptionUrl ?? `https://pay.runa.io/${randomBytes(12).toString('base64url')}`,
          note: NOTES[currency],
        });
      },
    );
  });
}

function readTransfer(c: RequestContext, document: 'first' | 'later'): Transfer | { error: string } {
  const text = c.req.query('amount');
  if (text === undefined || text === '') return { error: 'No amount was given.' };
  const cents = parseCents(text);
  if (cents === null) return { error: 'amount must be a number with at most two decimals' };
  if (cents < 1_000) return { error: `A transfer is 10 or more, not ${text}` };
  if (cents > 954_198) return { error: `A transfer is 9541.98 at most, not ${text}` };
  if (document === 'first') {
    const faceCents = Math.floor((cents * 1_000) / 1_048);
    return { faceCents, currency: 'USD', priceCents: cents, told: { amount_paid: cents / 100 } };
  }
  const currency = c.req.query('currency') ?? 'USD';
  if (!isCurrency(currency)) return { error: `A transfer is in USD, EUR or GBP, not ${currency}` };
  const feeCents = Math.max(150, Math.round((cents * 48) / 1_000));
  const priceCents = Math.ceil(((cents + feeCents) * RATES[currency]) / 10_000);
  return { faceCents: cents, currency, priceCents, told: { currency } };
}

const isCurrency = (text: string): text is Currency => Object.hasOwn(RATES, text);
