import type { SandboxApp, SandboxContext } from '../context.ts';
import { hasDetails } from '../store/stored-card.ts';
import { limitReached } from '../control/refusals.ts';
import { jsonBody } from './json-body.ts';
import { requireAccount } from './require-account.ts';

const BETWEEN_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * `POST /refresh-card-data {card_id, card_type?}`. U.S.: once per 5 min, 24 or 12 per 24 h (429).
 * International: one pending (409).
 */
export function mountRefreshCardData(app: SandboxApp, context: SandboxContext): void {
  app.post('/refresh-card-data', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const { card_id: cardId, card_type: cardType } = await jsonBody(c);
    if (typeof cardId !== 'string' || cardId === '') {
      return c.json({ error: 'No card_id in the body.' }, 400);
    }
    const type = cardType === 'Non-Reloadable International' ? 'intl' : 'us';
    const card = context.store.card(cardId);
    if (!card || card.owner !== account.userId || card.type !== type)
      return c.json({ error: 'Card not found' }, 404);
    const now = context.clock.now();
    if (!hasDetails(card, now))
      return c.json({ error: 'The card has no balance to refresh in its present state.' }, 400);

    if (card.type === 'intl') {
      if (card.balanceUpdateRequestedAt !== null) {
        return c.json({ error: 'This card’s last balance update is not done yet.' }, 409);
      }
      context.store.requestRefresh(card);
      return c.json({
        success: true,
        message: 'A person will look at the balance within 24 hours.',
      });
    }
    const wait = waitMs(card.refreshedAt, now, context.switches.refreshesPerDay);
    if (wait) return limitReached(context, { ...wait, hint: 'Wait, then ask again for this card.' });
    context.store.requestRefresh(card);
    return c.json({ success: true, message: 'The issuer is being asked.' });
  });
}

function waitMs(
  refreshedAt: readonly number[],
  now: number,
  perDay: number,
): { ms: number; error: string } | null {
  const recent = refreshedAt.filter((at) => at > now - DAY_MS);
  const oldest = recent.at(-perDay);
  if (oldest !== undefined) {
    // Laso kept the number in this text when the limit became 12 (laso-api.md §4.5).
    const error = 'This card had its 24 refreshes of the last 24 hours.';
    return { ms: oldest + DAY_MS - now, error };
  }
  const last = recent.at(-1);
  if (last !== undefined && now < last + BETWEEN_MS) {
    const ms = last + BETWEEN_MS - now;
    return {
      ms,
      error: `This card was refreshed less than five minutes ago: again in ${Math.ceil(ms / 1_000)} seconds.`,
    };
  }
  return null;
}
