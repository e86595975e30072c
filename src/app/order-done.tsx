import { Fragment, type ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { PaymentWatch } from '#features/payments/payment-watch.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { sessionOf, useSessions } from '#features/session/session-store.ts';
import type { OrderWords } from '#payments/order-product.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { transactionUrl } from './explorer.ts';
import { paths } from './paths.ts';
import { useServices } from './services.ts';

interface OrderDoneProps {
  /** The row when the answer came. */
  row: PaymentSummary;
  words: OrderWords;
  /** The answer brought what was bought. */
  came: boolean;
  /** The product's own part, for the row as it is now. */
  children?: ((row: PaymentSummary) => ReactNode) | undefined;
}

/** What came of the order, following the journal: an order's id that Laso did not tell is looked for in the list, and shown when it is found. */
export function OrderDone({ row: first, words, came, children }: OrderDoneProps) {
  const config = useConfig();
  const { client } = useServices();
  const signedIn = useSessions((state) => state.active !== null);
  const row = newerOf(first, usePayments().data);
  return (
    <OrderOutcome
      row={row}
      words={words}
      came={came}
      // The reason stands above it already.
      timeline={<PaymentTimeline row={{ ...row, reason: null }} />}
      transactionHref={transactionUrl(config, row.network, row.transaction)}
      cardHref={signedIn ? paths.card : null}
      cardsHref={signedIn ? paths.cards : null}
      paymentsHref={paths.payments}
    >
      {row.state === 'delivered' && row.cardId === null && typeof row.orderedAtMs === 'number' && (
        <PaymentWatch
          config={config}
          client={client}
          isSignedIn={(account) => sessionOf(account) !== undefined}
        />
      )}
      <Fragment key="own">{children?.(row)}</Fragment>
    </OrderOutcome>
  );
}

function newerOf(row: PaymentSummary, entries: ReturnType<typeof usePayments>['data']): PaymentSummary {
  const stored = entries?.find((entry) => entry.kind === 'row' && entry.row.id === row.id);
  return stored?.kind === 'row' && stored.row.revision > row.revision ? stored.row : row;
}
