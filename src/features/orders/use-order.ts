import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { NetworkId } from '#domain/chain.ts';
import type { Credentials } from '#laso/auth.ts';
import type { Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { sameTerms } from '#payments/quote/same-terms.ts';
import { PaymentError } from '#payments/payment-error.ts';
import type { OwnedRow } from '#payments/journal/unreadable-record.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { useOneAtATime } from '#ui/use-one-at-a-time.ts';
import { keepDelivered, payForOrder } from './mutations.ts';
import { quoteOrder, type OrderQuote } from './order-quote.ts';
import type { Payer } from './pay-panel.tsx';

type OrderStage<O extends Order, Delivered> =
  | { at: 'form' }
  | { at: 'review'; quote: OrderQuote<O>; changed: boolean }
  /** The journal's own row, step by step. */
  | { at: 'paying'; quote: OrderQuote<O>; row: PaymentSummary | null }
  /** `delivered` is whole also when it could not be kept: then the row is "paid, not delivered" and the screen has the only copy. */
  | { at: 'done'; quote: OrderQuote<O>; row: PaymentSummary; delivered: Delivered | null };

interface OrderOptions<O extends Order, Delivered> {
  /** Fixed while the page is shown. */
  product: Product<O, Delivered>;
  accountOnScreen: AccountId | null;
  /** Ids of the cards an account has now; null when it cannot be asked. Tells later which card is new. A rejection stops the payment. */
  lookBeforePaying: (account: AccountId) => Promise<readonly string[] | null>;
  /** Earlier payments that may not be spoken of. */
  isHidden: (row: OwnedRow) => boolean;
  /** The paying wallet's account, from the paid answer. */
  onCredentials: (credentials: Credentials) => Promise<void>;
  /** After that: what the account has is another now. */
  onDelivered: (account: AccountId) => Promise<void>;
  /** The journal row, proven not charged, that this is another try of. */
  retryOf?: string | null;
}

/** The flow form → quote → review → pay → outcome, for any product. Every step before Pay can be gone back from. */
export function useOrder<O extends Order, Delivered>({
  product,
  accountOnScreen,
  lookBeforePaying,
  isHidden,
  onCredentials,
  onDelivered,
  retryOf = null,
}: OrderOptions<O, Delivered>) {
  const config = useConfig();
  const [stage, setStage] = useState<OrderStage<O, Delivered>>({ at: 'form' });
  const { busy, error, setError, run } = useOneAtATime();

  const review = (order: O, networkId: NetworkId) =>
    run(async () => {
      const quote = await quoteOrder(config, product, { order, networkId });
      setStage({ at: 'review', quote, changed: false });
    });

  const pay = (reviewed: OrderQuote<O>, payer: Payer, acknowledgedRowIds: readonly string[] = []) =>
    run(async () => {
      // What the person saw may be minutes old: asked again, and shown again if anything differs (lessons.md R10).
      const networkId = reviewed.trusted.network.id;
      const quote = await quoteOrder(config, product, { order: reviewed.order, networkId });
      if (!sameTerms(reviewed, quote)) return setStage({ at: 'review', quote, changed: true });
      const connection = payer.wallets.connection();
      const checks = connection && quote.offer && (await payer.wallets.checkPayment(connection, quote.offer));
      setStage({ at: 'review', quote, changed: false });
      if (!checks || connection.address !== payer.address) throw walletChanged();
      const stop = checks.findings.find(({ level }) => level === 'stop');
      if (stop) throw new PaymentError('state', `${stop.sentence} Nothing was signed.`);
      try {
        const {
          row,
          delivered,
          credentials,
          error: problem,
        } = await payForOrder({
          product,
          quote,
          wallets: payer.wallets,
          payer: payer.address,
          accountOnScreen,
          retryOf,
          knownProductIds: await lookBeforePaying(accountIdOf(payer.address)),
          isHidden,
          firebaseProjectId: config.firebaseProjectId,
          acknowledgedRowIds,
          onRow: (step) => setStage({ at: 'paying', quote, row: step }),
        });
        if (row.state === 'not-charged') setStage({ at: 'review', quote, changed: false });
        else setStage({ at: 'done', quote, row, delivered });
        setError(problem);
        // Whatever becomes of the session, the order is made: it must never lead back to a Pay button.
        void (credentials ? onCredentials(credentials) : Promise.resolve())
          .then(() => (row.state === 'delivered' ? onDelivered(accountIdOf(row.payer)) : undefined))
          .catch(() => undefined);
      } catch (caught) {
        setStage({ at: 'review', quote, changed: false });
        throw caught;
      }
    });

  /** Puts away what was delivered and could not be kept. */
  const keepAgain = () =>
    run(async () => {
      if (stage.at !== 'done' || stage.delivered === null) return;
      setStage({ ...stage, row: await keepDelivered(product, stage.row, stage.delivered) });
    });

  const back = () => {
    setError(null);
    setStage({ at: 'form' });
  };
  return { stage, busy, error, review, pay, keepAgain, back };
}

const walletChanged = () =>
  new PaymentError(
    'wallet-account',
    'The wallet is not connected any more, or is on another account than the one in the review. Nothing was signed.',
  );
