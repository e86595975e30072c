import { useSessions } from '#session/session-store.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { paths } from '#config/paths.ts';
import { productOf } from './products.ts';

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
  const product = productOf(row);
  if (product?.delivered && (held || row.state === 'delivered'))
    return (
      <ButtonLink size="small" variant={held ? 'primary' : 'secondary'} to={product.delivered.path}>
        {product.delivered.label}
      </ButtonLink>
    );
  const again = row.state === 'not-charged' ? product?.orderAgain(row) : null;
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
