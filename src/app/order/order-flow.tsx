import { useState, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf, shortAddress } from '#domain/account.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import type { OrderFormSlot } from '#features/orders/order-form-frame.tsx';
import { OrderProblem, RefusedQuote } from '#features/orders/order-problem.tsx';
import { payableNetworks, type OrderQuote } from '#features/orders/order-quote.ts';
import { PayPanel } from '#features/orders/pay-panel.tsx';
import { PayingPanel } from '#features/orders/paying-panel.tsx';
import { useOrder } from '#features/orders/use-order.ts';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { isLocked, sessionOf, useSessions } from '#session/session-store.ts';
import { SignInFirst } from '#features/wallet-sign-in/sign-in-first.tsx';
import type { Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { useStartOfPage } from '#ui/use-start-of-page.ts';
import { OrderDone } from './order-done.tsx';
import { paths } from '#config/paths.ts';
import { usePayer } from './use-payer.ts';

export interface OrderFlowTexts {
  readonly documentTitle: string;
  readonly form: { readonly title: string; readonly lead: string };
  readonly delivered: { readonly title: string; readonly lead: string };
}

/** What a payment has come to, for the product's own part of the receipt. */
export interface DoneOrder<Delivered> {
  readonly row: PaymentSummary;
  /** What the answer brought; null when it brought nothing. While the row is "paid, not delivered" this screen has the only copy. */
  readonly delivered: Delivered | null;
  /** Tries again to put it away; null when it is already. */
  readonly keepAgain: (() => void) | null;
  readonly busy: boolean;
}

interface OrderFlowProps<O extends Order, Delivered> {
  product: Product<O, Delivered>;
  texts: OrderFlowTexts;
  /** Above the form: other products to choose from. */
  choice?: ReactNode;
  /** The product's own fields, in an `OrderFormFrame` or `AmountForm` that gets the slot. */
  renderForm: (slot: OrderFormSlot, review: (order: O) => void) => ReactNode;
  /** In place of the refusal where Laso does not know the product (any more): asking again never helps, so nothing more is offered. */
  unknownProduct?: ReactNode;
  /** Shown with the outcome: the code, the link, what comes next. */
  renderDone?: (done: DoneOrder<Delivered>) => ReactNode;
}

/** Before any price, and for good (laso-api.md §3.2). */
const UNKNOWN_PRODUCT = 'unknown_laso_server_id';

/** form → quote → review → pay → receipt, the same page for every product (product.md §4). */
export function OrderFlow<O extends Order, Delivered>(props: OrderFlowProps<O, Delivered>) {
  const { product, texts, choice, renderForm, renderDone, unknownProduct } = props;
  const config = useConfig();
  const networks = payableNetworks(config);
  const [network, setNetwork] = useState(networks[0] ?? BASE);
  const [params] = useSearchParams();
  const [retryOf, setRetryOf] = useState(params.get('retry'));
  const { isFrozen, ...account } = usePayer(product.list);
  const { active, onCredentials } = account;
  const { stage, busy, error, review, pay, keepAgain, back } = useOrder({
    ...account,
    product,
    accountOnScreen: active,
    retryOf,
  });
  const mayRepeat = error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : [];
  const unknown =
    unknownProduct !== undefined && error instanceof PaymentError && error.code === UNKNOWN_PRODUCT;
  const problem = unknown ? (
    unknownProduct
  ) : (
    <OrderProblem
      error={error}
      actions={mayRepeat.length > 0 && <ButtonLink to={paths.payments}>Open Payments</ButtonLink>}
    />
  );
  // The entry of the navigation, pressed on a receipt, means a new order.
  const { key } = useLocation();
  const [shownFor, setShownFor] = useState(key);
  if (shownFor !== key) {
    setShownFor(key);
    if (stage.at === 'done') back();
  }
  // What was bought is the payer's: signed out, here or in another tab, it leaves the screen (product.md §1).
  const [left, setLeft] = useState<string | null>(null);
  const shown = stage.at === 'done' ? stage.row : null;
  const locked = useSessions(({ sessions }) =>
    shown ? isLocked(sessions, [shown.payer], shown.history.at(-1)?.atMs) : false,
  );
  if (shown && locked) {
    setLeft(shown.payer);
    back();
  }
  const frozen = active && isFrozen(active);
  const refused = unknown || (error instanceof PaymentError && error.kind === 'frozen');
  // Each stage replaces the element that had the focus.
  useStartOfPage(stage.at);
  /** Where else this very order could be paid. Version 1 of the protocol is paid on Base only (the guard refuses it elsewhere). */
  const otherNetwork = ({ challenge, trusted }: OrderQuote) =>
    networks.find(
      (id) =>
        id !== trusted.network.id &&
        (challenge.version === 2 || id === BASE) &&
        challenge.offers.some((offer) => offer.network === id),
    ) ?? null;
  const payOn = (networkId: NetworkId, { order }: OrderQuote<O>): void => {
    setNetwork(networkId);
    void review(order, networkId);
  };
  if (stage.at === 'done')
    return (
      <OrderDone
        documentTitle={texts.documentTitle}
        texts={texts.delivered}
        row={stage.row}
        words={(row) => product.words(stage.quote.order, BigInt(row.amountAtomic), stage.delivered)}
        problem={problem}
        came={stage.delivered !== null}
        renderDone={(row) =>
          renderDone?.({
            row,
            delivered: stage.delivered,
            keepAgain: stage.delivered !== null && row.state !== 'delivered' ? () => void keepAgain() : null,
            busy,
          })
        }
        onAnother={() => {
          setRetryOf(null);
          back();
        }}
      />
    );

  return (
    <>
      <PageHeader
        title={texts.form.title}
        documentTitle={texts.documentTitle}
        lead={stage.at === 'form' ? texts.form.lead : undefined}
      />
      {left && <LockedNotice payer={left} />}
      {stage.at === 'form' && choice}
      {stage.at === 'form' &&
        renderForm(
          {
            networks,
            network,
            onNetwork: setNetwork,
            busy,
            blocked: refused || frozen !== null,
            error: error === null ? <OrderProblem error={frozen} /> : problem,
          },
          (order) => {
            setLeft(null);
            void review(order, network);
          },
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
          refused={refused}
          refusalFor={(address) => isFrozen(accountIdOf(address))}
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
                  title="Laso changed its terms after your review. Nothing was signed: review them again."
                />
              )}
              {problem}
            </>
          }
        />
      )}
      {stage.at === 'paying' && (
        <PayingPanel
          row={stage.row}
          making={stage.quote.words.making}
          timeline={stage.row && <PaymentTimeline row={stage.row} />}
        />
      )}
    </>
  );
}

function LockedNotice({ payer }: { payer: string }) {
  const signedIn = useSessions(({ sessions }) =>
    sessions.some(({ accountId }) => accountId === accountIdOf(payer)),
  );
  return (
    !signedIn && (
      <Notice tone="caution" title="This account was signed out, so its order is not on screen any more.">
        What {shortAddress(payer)} bought stays on this device, and is shown again once that account signs in.
      </Notice>
    )
  );
}
