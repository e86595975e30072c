import { useNavigate } from 'react-router';
import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { OrderForm } from '#features/orders/order-form.tsx';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { OrderProblem, RefusedQuote } from '#features/orders/order-problem.tsx';
import { PayPanel } from '#features/orders/pay-panel.tsx';
import { payableNetworks, type UsCardQuote } from '#features/orders/us-card-quote.ts';
import { useUsCardOrder } from '#features/orders/use-us-card-order.ts';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { sessionOf, signIn, useSessions } from '#features/session/session-store.ts';
import { SignInFirst } from '#features/wallets/sign-in-first.tsx';
import type { Credentials } from '#laso/auth.ts';
import { listCards } from '#laso/get-card-data.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { transactionUrl } from '../explorer.ts';
import { paths } from '../paths.ts';
import { useServices } from '../services.ts';

/** An order waits no longer than this for the list that helps to find a lost card. */
const LIST_TIMEOUT_MS = 5_000;

export function OrderUsCardPage() {
  const config = useConfig();
  const navigate = useNavigate();
  const { client } = useServices();
  const active = useSessions((state) => state.active);
  const [amount, setAmount] = useState('');
  const networks = payableNetworks(config);
  const [network, setNetwork] = useState(networks[0] ?? BASE);
  // The payer is the account: its card is shown from its own session, kept as long as the one on screen.
  const onCredentials = ({ accountId, userId, idToken, refreshToken, expiresAtMs }: Credentials) =>
    signIn({
      accountId,
      userId,
      tokens: { idToken, refreshToken, expiresAtMs },
      keep: (sessionOf(accountId) ?? (active ? sessionOf(active) : undefined))?.keep ?? false,
    });
  const knownCardIds = async (account: AccountId): Promise<readonly string[] | null> => {
    if (!sessionOf(account)) return null;
    const cards = await listCards(client, account, 'us', AbortSignal.timeout(LIST_TIMEOUT_MS));
    return cards.map(({ id }) => id);
  };
  const { stage, busy, error, review, pay, back } = useUsCardOrder({
    accountOnScreen: active,
    knownCardIds,
    onCredentials,
  });
  /** Where else this very order could be paid. */
  const otherNetwork = ({ challenge, trusted }: UsCardQuote) =>
    networks.find(
      (id) => id !== trusted.network.id && challenge.offers.some((offer) => offer.network === id),
    ) ?? null;
  const payOn = (networkId: typeof network, { amountCents }: UsCardQuote): void => {
    setNetwork(networkId);
    void review({ amountCents, networkId });
  };
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
          networks={networks}
          network={network}
          onNetwork={setNetwork}
          busy={busy}
          error={problem}
          onReview={(cents, text) => {
            setAmount(text);
            void review({ amountCents: cents, networkId: network });
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
          key={stage.quote.trusted.network.id}
          quote={stage.quote}
          accountOnScreen={active}
          paying={busy}
          mayRepeat={error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : []}
          onPay={(payer, acknowledged) => void pay(stage.quote, payer, acknowledged)}
          otherNetwork={otherNetwork(stage.quote)}
          onOtherNetwork={(id) => payOn(id, stage.quote)}
          onBack={back}
          beforePaying={({ address, walletName }) =>
            sessionOf(accountIdOf(address)) ? null : (
              <SignInFirst
                network={stage.quote.trusted.network}
                address={address}
                walletName={walletName}
                onCredentials={onCredentials}
              />
            )
          }
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
