import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { LasoClient } from '#laso/client.ts';
import { listCards } from '#laso/get-card-data.ts';
import { LasoError } from '#laso/laso-error.ts';
import type { ListedProduct, ProductEvidence } from '#payments/evidence.ts';

interface CardEvidenceInput {
  readonly client: LasoClient;
  readonly isSignedIn: (account: AccountId) => boolean;
}

/** Laso's witness for payments: the card list of the account that paid. Other products are in no list (laso-api.md, "Paid routes"). */
export const createCardEvidence = ({ client, isSignedIn }: CardEvidenceInput): ProductEvidence => ({
  async list({ payer, product }) {
    if (product.kind !== 'us-card') return { kind: 'not-listed' };
    const account = accountIdOf(payer);
    if (!isSignedIn(account)) return { kind: 'signed-out' };
    try {
      return { kind: 'listed', products: (await listCards(client, account, 'us')).map(listed) };
    } catch (error) {
      const ended = error instanceof LasoError && error.kind === 'session-ended';
      return { kind: ended ? 'signed-out' : 'unreadable' };
    }
  },
});

const listed = ({ id, usdAmountCents, orderedAtMs }: Card): ListedProduct => ({
  id,
  kind: 'us-card',
  amountCents: usdAmountCents,
  orderedAtMs,
});
