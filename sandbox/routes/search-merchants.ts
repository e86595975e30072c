import type { SandboxApp, SandboxContext } from '../context.ts';
import {
  isForeign,
  KNOWN_MERCHANTS,
  MERCHANT_NOTE,
  RESTRICTED_MERCHANTS,
} from '../store/merchant-acceptance.ts';
import { requireAccount } from './require-account.ts';

const US = 'Non-Reloadable U.S.';
const INTL = 'Non-Reloadable International';

/**
 * `GET /search-merchants?q=`; with the switch `merchantCardTypes` also `card_type`, and no foreign merchants
 * for the U.S. card; with `restrictionNotes` why some are restricted.
 */
export function mountSearchMerchants(app: SandboxApp, context: SandboxContext): void {
  app.get('/search-merchants', async (c) => {
    const account = await requireAccount(c, context);
    if ('refusal' in account) return account.refusal;
    const query = c.req.query('q')?.trim() ?? '';
    if (query === '') return c.json({ error: 'No q was given.' }, 400);
    const { merchantCardTypes, restrictionNotes } = context.switches;
    const asked = merchantCardTypes ? (c.req.query('card_type') ?? US) : US;
    if (asked !== US && asked !== INTL) return c.json({ error: 'Invalid card_type' }, 400);
    const wanted = query.toLowerCase();
    const all = restrictionNotes ? [...KNOWN_MERCHANTS, ...RESTRICTED_MERCHANTS] : KNOWN_MERCHANTS;
    const merchants = all
      .filter(
        (one) =>
          [one.name, one.url].some((text) => text.toLowerCase().includes(wanted)) &&
          !(merchantCardTypes && asked === US && isForeign(one)),
      )
      .map(({ us, intl, restriction = null, ...rest }) => ({
        ...rest,
        status: asked === US ? us : intl,
        ...(restrictionNotes && { restriction_note: restriction }),
      }));
    return c.json({ merchants, query, count: merchants.length, card_type: asked, note: MERCHANT_NOTE });
  });
}
