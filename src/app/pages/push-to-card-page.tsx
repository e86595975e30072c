import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { shortAddress } from '#domain/account.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { OrderFormFrame } from '#features/orders/order-form-frame.tsx';
import { DeliveredTransfer } from '#features/push-to-card/delivered-transfer.tsx';
import { HeldTransfer } from '#features/push-to-card/held-transfer.tsx';
import { OpenTransfersNotice } from '#features/push-to-card/open-transfers-notice.tsx';
import { readPushAmount } from '#features/push-to-card/push-amount.ts';
import { PushFields, type PushDraft } from '#features/push-to-card/push-fields.tsx';
import { createPushProduct } from '#features/push-to-card/push-product.ts';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { TransferList } from '#features/push-to-card/transfer-list.tsx';
import { useSessions } from '#features/session/session-store.ts';
import { PUSH_CURRENCIES } from '#laso/get-push-to-card.ts';
import { keepSecret, letGo, useHeldSecrets } from '#storage/held-secrets.ts';
import { VaultError } from '#storage/vault-error.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { vault } from '../browser-vault.ts';
import { deliverHeld } from '../deliver-held.ts';
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
  const [draft, setDraft] = useState<PushDraft>({
    amount: params.get('amount') ?? '',
    currency: PUSH_CURRENCIES.find((currency) => currency === params.get('currency')),
  });
  const [problem, setProblem] = useState<string | null>(null);
  // What a signed-out account sent disappears with it, and comes back with it.
  const signedIn = useSessions((state) => state.sessions.map(({ accountId }) => accountId).join(' '));
  const kept = useQuery(transferQueries.list(vault, signedIn));
  const transfers = kept.data ?? [];
  const held = useHeldSecrets((state) => state.entries).filter(({ kind }) => kind === 'transfer');
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
              detail={
                kept.error instanceof VaultError
                  ? kept.error.message
                  : 'Nothing was changed. Reload the page.'
              }
              onRetry={() => void kept.refetch()}
            />
          )}
          <TransferList
            transfers={transfers}
            held={held.map((entry) => (
              <HeldTransfer
                key={entry.id}
                entry={entry}
                keepAgain={async () => {
                  await deliverHeld(entry, () => keepSecret(vault, entry));
                  await kept.refetch();
                }}
                onSaved={() => letGo(entry.id)}
              />
            ))}
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
            onSaved={() => letGo(row.id)}
            busy={busy}
          />
        )
      }
    />
  );
}
