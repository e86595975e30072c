import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usdcAtomicToCents } from '#domain/money.ts';
import { OrderFormFrame } from '#features/orders/order-form-frame.tsx';
import { DeliveredTransfer } from '#features/push-to-card/delivered-transfer.tsx';
import { readPushAmount } from '#features/push-to-card/push-amount.ts';
import { PushFields, type PushDraft } from '#features/push-to-card/push-fields.tsx';
import { createPushProduct } from '#features/push-to-card/push-product.ts';
import { PUSH_CURRENCIES } from '#laso/get-push-to-card.ts';
import { dismissUnsaved } from '#storage/unsaved-secrets.ts';
import { vault } from '#session/browser-vault.ts';
import { KeptTransfers, TransferReminder } from '../device/kept-transfers.tsx';
import { OrderFlow, type OrderFlowTexts } from '../order/order-flow.tsx';

const TEXTS: OrderFlowTexts = {
  documentTitle: 'Push to card',
  form: {
    title: 'Push to card',
    lead: 'Send money to someone’s debit card, paid in USDC from your own wallet.',
  },
  delivered: {
    title: 'Your transfer is paid',
    lead: 'One step is left: entering the recipient’s card.',
  },
};
const product = createPushProduct(vault);

export function PushToCardPage() {
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<PushDraft>({
    amount: params.get('amount') ?? '',
    currency: PUSH_CURRENCIES.find((currency) => currency === params.get('currency')),
  });
  const [problem, setProblem] = useState<string | null>(null);

  return (
    <OrderFlow
      product={product}
      texts={TEXTS}
      choice={<TransferReminder />}
      renderForm={(slot, review) => (
        <>
          <OrderFormFrame
            {...slot}
            terms="You get a link after paying. The money arrives only after the recipient’s debit card is entered on the page it opens; Laso cannot do that for you."
            onSubmit={() => {
              const { cents, problem: why } = readPushAmount(draft.amount, draft.currency);
              setProblem(why);
              if (cents === null) return;
              const { currency } = draft;
              review({ kind: 'push-to-card', amountCents: cents, ...(currency && { currency }) });
            }}
          >
            <PushFields
              draft={draft}
              problem={problem}
              onDraft={(next) => {
                setDraft(next);
                setProblem(null);
              }}
            />
          </OrderFormFrame>
          <KeptTransfers />
        </>
      )}
      renderDone={({ row, delivered, keepAgain, busy }) =>
        delivered && (
          <DeliveredTransfer
            transfer={delivered}
            paidCents={usdcAtomicToCents(BigInt(row.amountAtomic))}
            keepAgain={keepAgain}
            onSaved={() => dismissUnsaved(row.id)}
            busy={busy}
          />
        )
      }
    />
  );
}
