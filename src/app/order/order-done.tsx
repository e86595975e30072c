import type { ReactNode } from 'react';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import type { OrderWords } from '#payments/quote/product.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';

interface OrderDoneProps {
  documentTitle: string;
  /** Above the receipt. */
  texts: { readonly title: string; readonly lead: string };
  /** The row when the answer came, or was put away since. */
  row: PaymentSummary;
  words: (row: PaymentSummary) => OrderWords;
  problem: ReactNode;
  /** The answer brought what was bought, whatever the row says. */
  came: boolean;
  /** The product's own part. */
  renderDone: (row: PaymentSummary) => ReactNode;
  onAnother: () => void;
}

/** What came of the order, as the journal has it now: whoever looks after open payments writes what is found there. */
export function OrderDone(props: OrderDoneProps) {
  const { documentTitle, texts, words, problem, came, renderDone, onAnother } = props;
  const row = useNewest(props.row);
  return (
    <>
      <PageHeader
        title={titleOf(row, texts.title)}
        documentTitle={documentTitle}
        lead={row.state === 'delivered' ? texts.lead : undefined}
      />
      {problem}
      <OrderOutcome
        row={row}
        words={words(row)}
        // The reason stands above it already.
        timeline={<PaymentTimeline row={{ ...row, reason: null }} />}
        came={came}
      >
        {renderDone(row)}
      </OrderOutcome>
      <div>
        <Button onClick={onAnother}>Order another</Button>
      </div>
    </>
  );
}

function titleOf({ state }: PaymentSummary, delivered: string): string {
  if (state === 'delivered') return delivered;
  return state === 'not-charged' ? 'Nothing was charged' : 'This payment needs your attention';
}

function useNewest(row: PaymentSummary): PaymentSummary {
  const entry = usePayments().data?.find((one) => one.kind === 'row' && one.row.id === row.id);
  return entry?.kind === 'row' && entry.row.revision > row.revision ? entry.row : row;
}
