import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { useSessions } from '#features/session/session-store.ts';
import type { OrderWords } from '#payments/order-product.ts';
import { lacksItsId, type PaymentSummary } from '#payments/payment-row.ts';
import { transactionUrl } from './explorer.ts';
import { paths } from './paths.ts';

/** Reading the chain and the lists takes code of its own; few orders need it here. */
const FollowOrder = lazy(() =>
  import('./follow-order.tsx').then((module) => ({ default: module.FollowOrder })),
);

interface OrderDoneProps {
  /** The row when the answer came, or was put away since. */
  row: PaymentSummary;
  words: OrderWords;
  /** The answer brought what was bought, whatever the row says. */
  came: boolean;
  /** The product's own part. */
  children?: ReactNode;
}

/** What came of the order. An id that Laso did not tell is looked for in the list, and shown once it is found. */
export function OrderDone({ row: given, words, came, children }: OrderDoneProps) {
  const config = useConfig();
  const signedIn = useSessions((state) => state.active !== null);
  const [followed, setFollowed] = useState<PaymentSummary | null>(null);
  const row = followed && followed.revision > given.revision ? followed : given;
  return (
    <>
      {lacksItsId(row) && (
        <Suspense>
          <FollowOrder row={row} onRow={setFollowed} />
        </Suspense>
      )}
      <OrderOutcome
        row={row}
        words={words}
        // The reason stands above it already.
        timeline={<PaymentTimeline row={{ ...row, reason: null }} />}
        transactionHref={transactionUrl(config, row.network, row.transaction)}
        cardHref={signedIn ? paths.card : null}
        cardsHref={signedIn ? paths.cards : null}
        paymentsHref={paths.payments}
        came={came}
      >
        {children}
      </OrderOutcome>
    </>
  );
}
