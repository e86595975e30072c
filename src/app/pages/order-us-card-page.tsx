import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { OrderForm } from '#features/orders/order-form.tsx';
import { OrderOutcome } from '#features/orders/order-outcome.tsx';
import { OrderProblem, RefusedQuote } from '#features/orders/order-problem.tsx';
import { PayPanel } from '#features/orders/pay-panel.tsx';
import { PayingPanel } from '#features/orders/paying-panel.tsx';
import { payableNetworks, type UsCardQuote } from '#features/orders/us-card-quote.ts';
import { useUsCardOrder, type OrderStage } from '#features/orders/use-us-card-order.ts';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { sessionOf, signIn, useSessions } from '#features/session/session-store.ts';
import { SignInFirst } from '#features/wallets/sign-in-first.tsx';
import type { Credentials } from '#laso/auth.ts';
import { listCards } from '#laso/get-card-data.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
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
  const mayRepeat = error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : [];
  const problem = (
    <OrderProblem
      error={error}
      actions={mayRepeat.length > 0 && <ButtonLink to={paths.payments}>Open Payments</ButtonLink>}
    />
  );
  // "Order card" in the navigation, pressed on a receipt, means a new order.
  const { key } = useLocation();
  const [shownFor, setShownFor] = useState(key);
  if (shownFor !== key) {
    setShownFor(key);
    if (stage.at === 'done') back();
  }
  useStartOfPage(stage.at);
  /** Where else this very order could be paid. */
  const otherNetwork = ({ challenge, trusted }: UsCardQuote) =>
    networks.find(
      (id) => id !== trusted.network.id && challenge.offers.some((offer) => offer.network === id),
    ) ?? null;
  const payOn = (networkId: typeof network, { amountCents }: UsCardQuote): void => {
    setNetwork(networkId);
    void review({ amountCents, networkId });
  };

  return (
    <>
      <PageHeader title={titleOf(stage)} documentTitle="Order card" lead={leadOf(stage)} />
      {stage.at === 'form' && (
        <OrderForm
          initialAmount={amount}
          networks={networks}
          network={network}
          onNetwork={setNetwork}
          busy={busy}
          blocked={error instanceof PaymentError && error.kind === 'frozen'}
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
          mayRepeat={mayRepeat}
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
        <PayingPanel row={stage.row} timeline={stage.row && <PaymentTimeline row={stage.row} />} />
      )}
      {stage.at === 'done' && (
        <>
          {problem}
          <OrderOutcome
            row={stage.row}
            // The reason stands above it already.
            timeline={<PaymentTimeline row={{ ...stage.row, reason: null }} />}
            transactionHref={transactionUrl(config, stage.row.network, stage.row.transaction)}
            cardHref={active ? paths.card : null}
            paymentsHref={paths.payments}
          />
          <div>
            <Button onClick={back}>Order another</Button>
          </div>
        </>
      )}
    </>
  );
}

function titleOf(stage: OrderStage): string {
  if (stage.at !== 'done') return 'Order a U.S. card';
  return stage.row.state === 'delivered' ? 'Your card is on its way' : 'This payment needs your attention';
}

function leadOf(stage: OrderStage): string | undefined {
  if (stage.at === 'form') return 'A prepaid card in about ten seconds, paid in USDC from your own wallet.';
  if (stage.at === 'done' && stage.row.state === 'delivered')
    return 'It is paid. Laso makes the card now: it is ready in about ten seconds.';
  return undefined;
}

/** Each stage replaces what had the focus: the next one starts at its top, for eyes, keys and screen readers alike. */
function useStartOfPage(stage: OrderStage['at']): void {
  const last = useRef(stage);
  useEffect(() => {
    if (last.current === stage) return;
    last.current = stage;
    document.getElementById('main')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [stage]);
}
