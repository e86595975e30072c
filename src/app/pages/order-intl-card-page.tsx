import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatUsdc } from '#domain/money.ts';
import { AmountForm } from '#features/orders/amount-form.tsx';
import { IssuerDocuments } from '#features/orders/issuer-documents.tsx';
import { readIntlCardAmount } from '#features/orders/intl-card-amount.ts';
import { intlCardProduct } from '#features/orders/intl-card-product.ts';
import { intlCardPriceAtomic } from '#laso/order-intl-card.ts';
import { OrderChoice } from '../order/order-choice.tsx';
import { OrderMerchantCheck } from '../order/order-merchant-check.tsx';
import { OrderFlow, type OrderFlowTexts } from '../order/order-flow.tsx';

const TEXTS: OrderFlowTexts = {
  documentTitle: 'Order international card',
  form: {
    title: 'Order an international card',
    lead: 'A prepaid dollar card for any merchant, paid in USDC from your own wallet.',
  },
  delivered: {
    title: 'Your card is queued',
    lead: 'It is paid. A person at Laso makes the card within 24 hours; until then you can cancel it on its page.',
  },
};

export function OrderIntlCardPage() {
  const [params] = useSearchParams();
  const [amount, setAmount] = useState(params.get('amount') ?? '');
  return (
    <OrderFlow
      product={intlCardProduct}
      texts={TEXTS}
      choice={<OrderChoice />}
      renderForm={(slot, review) => (
        <>
          <AmountForm
            slot={slot}
            initialAmount={amount}
            read={readIntlCardAmount}
            hint="Whole dollars, from $100 to $1,000."
            preview={(amountCents) => (
              <p className="text-sm text-muted tabular-nums">
                About {formatUsdc(intlCardPriceAtomic(amountCents))} USDC with the usual fee of 3.8%; at times
                Laso charges less. You see its exact price before you pay.
              </p>
            )}
            terms={
              <>
                <p>
                  For any merchant, in any currency. It takes up to 24 hours; while it is queued you can
                  cancel, and the charge goes to your Laso account balance. After that it is not refundable.
                  Use it for several purchases until it is empty; it cannot be topped up, and what is left
                  when it expires is lost. Not transferable.
                </p>
                <IssuerDocuments />
              </>
            }
            onReview={(amountCents, text) => {
              setAmount(text);
              review({ kind: 'intl-card', amountCents });
            }}
          />
          <OrderMerchantCheck cardType="intl" />
        </>
      )}
    />
  );
}
