import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { AmountForm } from '#features/orders/amount-form.tsx';
import { readUsCardAmount } from '#features/orders/us-card-amount.ts';
import { US_CARD_LIMITS } from '#features/orders/us-card-limits.tsx';
import { usCardProduct } from '#features/orders/us-card-product.ts';
import { OrderChoice } from '../order/order-choice.tsx';
import { OrderMerchantCheck } from '../order/order-merchant-check.tsx';
import { OrderFlow, type OrderFlowTexts } from '../order/order-flow.tsx';
import { UsCardsToday } from '../order/us-cards-today.tsx';

const TEXTS: OrderFlowTexts = {
  documentTitle: 'Order card',
  form: {
    title: 'Order a U.S. card',
    lead: 'A prepaid card in about ten seconds, paid in USDC from your own wallet.',
  },
  delivered: {
    title: 'Your card is on its way',
    lead: 'It is paid. Laso is making the card: it will be ready in about ten seconds.',
  },
};

export function OrderUsCardPage() {
  const [params] = useSearchParams();
  const [amount, setAmount] = useState(params.get('amount') ?? '');
  return (
    <OrderFlow
      product={usCardProduct}
      texts={TEXTS}
      choice={<OrderChoice />}
      renderForm={(slot, review) => (
        <>
          <UsCardsToday />
          <AmountForm
            slot={slot}
            initialAmount={amount}
            read={readUsCardAmount}
            hint="From $5 to $1,000. You pay exactly what goes onto the card."
            terms={
              <>
                <p>
                  For U.S. merchants, in U.S. dollars, shipping to a U.S. address. Use it for several
                  purchases until it is empty; it cannot be topped up, and what is left when it expires is
                  lost. Not transferable.
                </p>
                <p>{US_CARD_LIMITS}</p>
              </>
            }
            onReview={(amountCents, text) => {
              setAmount(text);
              review({ kind: 'us-card', amountCents });
            }}
          />
          <OrderMerchantCheck cardType="us" />
        </>
      )}
    />
  );
}
