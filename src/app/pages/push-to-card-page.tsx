import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { shortAddress } from '#domain/account.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { OrderFormFrame } from '#features/orders/order-form-frame.tsx';
import { DeliveredTransfer } from '#features/push-to-card/delivered-transfer.tsx';
import { OpenTransfersNotice } from '#features/push-to-card/open-transfers-notice.tsx';
import { readPushAmount } from '#features/push-to-card/push-amount.ts';
import { PushFields, type PushDraft } from '#features/push-to-card/push-fields.tsx';
import { createPushProduct } from '#features/push-to-card/push-product.ts';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { TransferList } from '#features/push-to-card/transfer-list.tsx';
import { isLocked, useSessions } from '#features/session/session-store.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { vault } from '../browser-vault.ts';
import { OrderFlow, type OrderFlowTexts } from '../order-flow.tsx';

const TEXTS: OrderFlowTexts = {
  documentTitle: 'Push to card',
  form: {
    title: 'Push to card',
    lead: 'Send money to somebody’s debit card, paid in USDC from your own wallet.',
  },
  delivered: {
    title: 'Your transfer is paid',
    lead: 'One step is left: the recipient’s card has to be entered.',
  },
};
const product = createPushProduct(vault);

export function PushToCardPage() {
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<PushDraft>({ amount: params.get('amount') ?? '', currency: undefined });
  const [problem, setProblem] = useState<string | null>(null);
  const sessions = useSessions((state) => state.sessions);
  const kept = useQuery(transferQueries.list(vault));
  const transfers = kept.data?.filter((item) => !isLocked(sessions, [item.account], item.boughtAtMs)) ?? [];
  const severalOwners = new Set(transfers.map(({ account }) => account)).size > 1;

  return (
    <OrderFlow
      product={product}
      texts={TEXTS}
      choice={<OpenTransfersNotice transfers={transfers} />}
      renderForm={(slot, review) => (
        <>
          <OrderFormFrame
            {...slot}
            terms="You get a link after paying. The money arrives only when the recipient’s debit card is entered behind it; Laso cannot do that for you."
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
          {kept.isError && (
            <ErrorState
              title="Earlier transfers could not be read."
              detail="This browser refuses its storage to the page. No payment is made while that is so."
              onRetry={() => void kept.refetch()}
            />
          )}
          <TransferList
            transfers={transfers}
            vault={vault}
            renderAccount={(account) => severalOwners && <span>for {shortAddress(account)}</span>}
            onChanged={() => void kept.refetch()}
          />
        </>
      )}
      renderDone={({ row, delivered, keepAgain, busy }) =>
        delivered && (
          <DeliveredTransfer
            transfer={delivered}
            paidCents={usdcAtomicToCents(BigInt(row.amountAtomic))}
            keepAgain={keepAgain}
            busy={busy}
          />
        )
      }
    />
  );
}
