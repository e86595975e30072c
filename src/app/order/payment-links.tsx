import { centsToQuery } from '#domain/money.ts';
import { readStoredOrder } from '#features/gift-cards/order/gift-card-to-order.ts';
import { useSessions } from '#session/session-store.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { paths } from '#config/paths.ts';

/** Where what comes only once is kept. */
const KEPT: ReadonlyMap<string, { to: string; label: string }> = new Map([
  ['push-to-card', { to: paths.pushToCard, label: 'Open the transfer' }],
  ['gift-card', { to: paths.giftCardsPurchased, label: 'Open the code' }],
]);

/** The page to go on with a payment: to what it bought, to order the same again, or to the account that can be asked. */
export function PaymentLinks({ row }: { row: PaymentSummary }) {
  const signedIn = useSessions((state) =>
    state.sessions.some(({ accountId }) => accountId === row.payer.toLowerCase()),
  );
  const held = useUnsavedSecrets(({ entries }) => entries.some(({ id }) => id === row.id));
  if (row.cardId)
    return (
      <ButtonLink size="small" to={paths.card(row.cardId)}>
        Open the card
      </ButtonLink>
    );
  const kept = KEPT.get(row.product.kind);
  if (kept && (held || row.state === 'delivered'))
    return (
      <ButtonLink size="small" variant={held ? 'primary' : 'secondary'} to={kept.to}>
        {kept.label}
      </ButtonLink>
    );
  const again = row.state === 'not-charged' ? orderAgain(row) : null;
  if (again)
    return (
      <ButtonLink size="small" to={again}>
        Order again
      </ButtonLink>
    );
  if (row.state === 'paid-not-delivered' && !signedIn)
    return (
      <ButtonLink size="small" variant="primary" to={paths.signIn}>
        Sign in with this wallet
      </ButtonLink>
    );
  return null;
}

/** Where the same can be ordered by its amount alone. */
const BY_AMOUNT: ReadonlyMap<string, string> = new Map([
  ['us-card', paths.orderUsCard],
  ['intl-card', paths.orderIntlCard],
  ['push-to-card', paths.pushToCard],
]);

function orderAgain({ id, product }: PaymentSummary): string | null {
  const giftCard = readStoredOrder(product);
  if (giftCard)
    return `${paths.giftCard(giftCard.id, '')}?${new URLSearchParams({ country: giftCard.country, retry: id }).toString()}`;
  const form = BY_AMOUNT.get(product.kind);
  if (!form) return null;
  const { currency } = product;
  const fields = {
    amount: centsToQuery(product.amountCents),
    ...(typeof currency === 'string' && { currency }),
    retry: id,
  };
  return `${form}?${new URLSearchParams(fields).toString()}`;
}
