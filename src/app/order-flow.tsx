import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf } from '#domain/account.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import type { OrderFormSlot } from '#features/orders/order-form-frame.tsx';
import { OrderProblem, RefusedQuote } from '#features/orders/order-problem.tsx';
import { payableNetworks, type OrderQuote } from '#features/orders/order-quote.ts';
import { PayPanel } from '#features/orders/pay-panel.tsx';
import { PayingPanel } from '#features/orders/paying-panel.tsx';
import { useOrder } from '#features/orders/use-order.ts';
import { PaymentTimeline } from '#features/payments/payment-timeline.tsx';
import { sessionOf } from '#features/session/session-store.ts';
import { SignInFirst } from '#features/wallets/sign-in-first.tsx';
import type { OrderProduct } from '#payments/order-product.ts';
import type { OrderedProduct } from '#payments/order-review.ts';
import { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { OrderDone } from './order-done.tsx';
import { paths } from './paths.ts';
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

interface OrderFlowProps<Order extends OrderedProduct, Delivered> {
  product: OrderProduct<Order, Delivered>;
  texts: OrderFlowTexts;
  /** Above the form: other products to choose from. */
  choice?: ReactNode;
  /** The product's own fields, in an `OrderFormFrame` or `AmountForm` that gets the slot. */
  renderForm: (slot: OrderFormSlot, review: (order: Order) => void) => ReactNode;
  /** Shown with the outcome: the code, the link, what comes next. */
  renderDone?: (done: DoneOrder<Delivered>) => ReactNode;
}

/** form → quote → review → pay → receipt, the same page for every product (product.md §4). */
export function OrderFlow<Order extends OrderedProduct, Delivered>(props: OrderFlowProps<Order, Delivered>) {
  const { product, texts, choice, renderForm, renderDone } = props;
  const config = useConfig();
  const networks = payableNetworks(config);
  const [network, setNetwork] = useState(networks[0] ?? BASE);
  const [params] = useSearchParams();
  const [retryOf, setRetryOf] = useState(params.get('retry'));
  const { active, onCredentials, knownProductIds } = usePayer(product.list);
  const { stage, busy, error, review, pay, keepAgain, back } = useOrder({
    product,
    accountOnScreen: active,
    knownProductIds,
    onCredentials,
    retryOf,
  });
  const mayRepeat = error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : [];
  const problem = (
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
  useStartOfPage(stage.at);
  /** Where else this very order could be paid. */
  const otherNetwork = ({ challenge, trusted }: OrderQuote) =>
    networks.find(
      (id) => id !== trusted.network.id && challenge.offers.some((offer) => offer.network === id),
    ) ?? null;
  const payOn = (networkId: NetworkId, { order }: OrderQuote<Order>): void => {
    setNetwork(networkId);
    void review(order, networkId);
  };
  const delivered = stage.at === 'done' && stage.row.state === 'delivered';
  const title = delivered ? texts.delivered.title : texts.form.title;
  const lead = delivered ? texts.delivered.lead : stage.at === 'form' ? texts.form.lead : undefined;

  return (
    <>
      <PageHeader
        title={stage.at === 'done' && !delivered ? 'This payment needs your attention' : title}
        documentTitle={texts.documentTitle}
        lead={lead}
      />
      {stage.at === 'form' && choice}
      {stage.at === 'form' &&
        renderForm(
          {
            networks,
            network,
            onNetwork: setNetwork,
            busy,
            blocked: error instanceof PaymentError && error.kind === 'frozen',
            error: problem,
          },
          (order) => void review(order, network),
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
      {stage.at === 'done' && (
        <>
          {problem}
          <OrderDone
            row={stage.row}
            words={product.words(stage.quote.order, BigInt(stage.row.amountAtomic), stage.delivered)}
            came={stage.delivered !== null}
          >
            {renderDone?.({
              row: stage.row,
              delivered: stage.delivered,
              keepAgain: stage.delivered !== null && !delivered ? () => void keepAgain() : null,
              busy,
            })}
          </OrderDone>
          <div>
            <Button
              onClick={() => {
                setRetryOf(null);
                back();
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

/** Each stage replaces what had the focus: the next one starts at its top, for eyes, keys and screen readers alike. */
function useStartOfPage(stage: string): void {
  const last = useRef(stage);
  useEffect(() => {
    if (last.current === stage) return;
    last.current = stage;
    document.getElementById('main')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [stage]);
}
