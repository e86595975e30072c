import { useNavigate } from 'react-router';
import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { OrderForm } from '#features/orders/order-form.tsx';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { OrderProblem, RefusedQuote } from '#features/orders/order-problem.tsx';
import { PayPanel } from '#features/orders/pay-panel.tsx';
import { useUsCardOrder } from '#features/orders/use-us-card-order.ts';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { sessionOf, signIn, useSessions } from '#features/session/session-store.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { transactionUrl } from '../explorer.ts';
import { paths } from '../paths.ts';

export function OrderUsCardPage() {
  const config = useConfig();
  const navigate = useNavigate();
  const active = useSessions((state) => state.active);
  const [amount, setAmount] = useState('');
  const { stage, busy, error, review, pay, back } = useUsCardOrder({
    accountOnScreen: active,
    // The payer is the account: its card is shown from its own session, kept as long as the one on screen.
    onCredentials: ({ accountId, userId, idToken, refreshToken, expiresAtMs }) =>
      signIn({
        accountId,
        userId,
        tokens: { idToken, refreshToken, expiresAtMs },
        keep: (sessionOf(accountId) ?? (active ? sessionOf(active) : undefined))?.keep ?? false,
      }),
  });
  const problem = <OrderProblem error={error} />;

  return (
    <>
      <PageHeader
        title="Order a U.S. card"
        documentTitle="Order card"
        lead={
          stage.at === 'form'
            ? 'A prepaid card in about ten seconds, paid in USDC from your own wallet.'
            : undefined
        }
      />
      {stage.at === 'form' && (
        <OrderForm
          initialAmount={amount}
          busy={busy}
          error={problem}
          onReview={(cents, text) => {
            setAmount(text);
            void review(cents);
          }}
        />
      )}
      {stage.at === 'review' && stage.quote.findings.length > 0 && (
        <Panel title="Review" raised className="max-w-160">
          <RefusedQuote findings={stage.quote.findings} />
          <div>
            <Button onClick={back}>Change the order</Button>
          </div>
        </Panel>
      )}
      {stage.at === 'review' && stage.quote.findings.length === 0 && (
        <PayPanel
          quote={stage.quote}
          accountOnScreen={active}
          paying={busy}
          mayRepeat={error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : []}
          onPay={(payer, acknowledged) => void pay(stage.quote, payer, acknowledged)}
          onBack={back}
          notices={
            <>
              {stage.changed && (
                <Notice
                  tone="caution"
                  title="Laso changed its terms since you looked. Nothing was signed: look again."
                />
              )}
              {problem}
            </>
          }
        />
      )}
      {stage.at === 'paying' && (
        <Panel title="Paying" raised className="max-w-160">
          <Notice
            tone="info"
            title={stage.row?.state === 'signing' ? 'Confirm in your wallet.' : 'Do not close this page yet.'}
          >
            If it closes all the same, nothing is lost: every step is kept under Payments.
          </Notice>
          {stage.row && <PaymentTimeline row={stage.row} />}
        </Panel>
      )}
      {stage.at === 'done' && (
        <>
          {problem}
          <OrderOutcome
            row={stage.row}
            timeline={<PaymentTimeline row={stage.row} />}
            transactionHref={transactionUrl(config, stage.row.network, stage.row.transaction)}
            cardHref={active ? paths.card : null}
            paymentsHref={paths.payments}
          />
          <div>
            <Button
              onClick={() => {
                back();
                void navigate(paths.orderUsCard);
              }}
            >
              Order another
            </Button>
          </div>
        </>
      )}
    </>
  );
}
