import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { factsOf } from '#domain/product-kind.ts';
import type { LasoClient } from '#laso/client.ts';
import { listCardsCounted } from '#laso/get-card-data.ts';
import { LasoError } from '#laso/laso-error.ts';
import type { ListedProduct, ProductEvidence } from '#payments/reconcile/evidence.ts';

interface CardEvidenceInput {
  readonly client: LasoClient;
  readonly isSignedIn: (account: AccountId) => boolean;
}

/** Until when Laso asked not to be asked for an account's cards; a look that comes by itself, or on a press, finds them unreadable until then. */
const waitsMs = new Map<AccountId, number>();

/** Laso's witness for payments: the card list of the account that paid. Other products are in no list (laso-api.md §3). */
export const createCardEvidence = ({ client, isSignedIn }: CardEvidenceInput): ProductEvidence => ({
  async list({ payer, product }) {
    const list = factsOf(product.kind)?.list;
    if (!list) return { kind: 'not-listed' };
    const account = accountIdOf(payer);
    if (!isSignedIn(account)) return { kind: 'signed-out' };
    if (Date.now() < (waitsMs.get(account) ?? 0)) return { kind: 'unreadable' };
    try {
      const { cards, skipped, gap } = await listCardsCounted(client, account, list);
      const products = cards.map((card) => listed(card, product.kind));
      return { kind: 'listed', products, ...((skipped > 0 || gap !== null) && { partial: true }) };
    } catch (error) {
      if (error instanceof LasoError && error.retryAfterMs)
        waitsMs.set(account, Date.now() + error.retryAfterMs);
      const ended = error instanceof LasoError && error.kind === 'session-ended';
      return { kind: ended ? 'signed-out' : 'unreadable' };
    }
  },
});

/** Under the id it was ordered with: that is the one the row may know, and it stays when the card is made. */
const listed = (
  { id, queuedOrderCardId, usdAmountCents, orderedAtMs }: Card,
  kind: string,
): ListedProduct => ({
  id: queuedOrderCardId ?? id,
  kind,
  amountCents: usdAmountCents,
  orderedAtMs,
});
