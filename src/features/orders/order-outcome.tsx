import type { ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { transactionUrl } from '#config/explorer.ts';
import { paths } from '#config/paths.ts';
import type { OrderWords } from '#payments/quote/product.ts';
import { lacksItsId, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { useSessions } from '#session/session-store.ts';
import { Address } from '#ui/address.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { Worth } from './order-receipt.tsx';

interface OrderOutcomeProps {
  row: PaymentSummary;
  words: OrderWords;
  /** The journal's timeline, drawn by the payments feature. */
  timeline: ReactNode;
  /** The answer brought what was bought, whatever the row says. */
  came?: boolean;
  /** What the product itself has to show and to do: between the receipt and the links. */
  children?: ReactNode;
}

/** "Nothing came" only where Laso's own list was read after the payment and shows nothing for it. */
function whatCame({ listedNone }: PaymentSummary, noun: string, came: boolean): string {
  if (came) return `, and the ${noun} arrived, but could not be kept here.`;
  return listedNone === true ? `, and no ${noun} came.` : `. It is not known whether the ${noun} was made.`;
}

/** What came of a payment that was sent: the receipt, or what is known and what to do next. */
export function OrderOutcome(props: OrderOutcomeProps) {
  const { row, words, timeline } = props;
  const explorerUrl = transactionUrl(useConfig(), row.network, row.transaction);
  // Without a session there is no card that could be opened.
  const isSignedIn = useSessions(({ active }) => active !== null);
  const awaitsId = lacksItsId(row);
  const amount = <UsdcAmount atomic={BigInt(row.amountAtomic)} />;
  if (row.state === 'not-charged')
    return (
      <Panel title="Not charged" raised className="max-w-160">
        <Notice tone="positive" title={<>{amount} did not leave your wallet, and cannot any more.</>}>
          {row.reason}
        </Notice>
        {timeline}
        <div>
          <ButtonLink to={paths.payments}>All payments</ButtonLink>
        </div>
      </Panel>
    );
  if (row.state !== 'delivered')
    return (
      <Panel
        title={row.state === 'paid-not-delivered' ? 'Paid, not delivered' : 'Outcome unknown'}
        raised
        className="max-w-160"
      >
        <Notice
          tone="danger"
          title={
            row.state === 'paid-not-delivered' ? (
              <>
                You paid {amount}
                {whatCame(row, words.noun, props.came === true)}
              </>
            ) : (
              <>It is not known yet whether {amount} was paid.</>
            )
          }
        >
          {row.reason} The record is kept under Payments: look there before you order the same
          {` ${words.noun} `}again.
        </Notice>
        {props.children}
        {timeline}
        <div>
          <ButtonLink to={paths.payments} variant={props.came ? 'secondary' : 'primary'}>
            Open Payments
          </ButtonLink>
        </div>
      </Panel>
    );
  return (
    <Panel title="Receipt" raised className="max-w-160">
      <Receipt
        rows={[
          {
            key: 'got',
            label: words.get.label ?? 'You got',
            value: <Worth of={words.get} />,
          },
          {
            key: 'owner',
            label: `The ${words.noun} belongs to`,
            value: <Address value={row.payer} />,
            note: 'The account of the wallet that paid',
          },
          ...(row.cardId
            ? [
                {
                  key: 'card',
                  label: 'Card id',
                  value: <Address value={row.cardId} full copyLabel="Copy card id" />,
                },
              ]
            : []),
          ...(awaitsId
            ? [
                {
                  key: 'card',
                  label: 'Card id',
                  value: 'Looking for it',
                  note: 'Laso did not give it with the order. It is in your card list.',
                },
              ]
            : []),
          {
            key: 'tx',
            label: 'Transaction',
            value: row.transaction ? (
              <Address value={row.transaction} copyLabel="Copy transaction" />
            ) : (
              `not given by Laso; receiving the ${words.noun} shows that you paid`
            ),
            note: explorerUrl ? (
              // Apart from the copy button above it, for fingers (WCAG 2.2, target size).
              <span className="inline-block pt-2">
                <ExternalLink href={explorerUrl}>See it on the chain</ExternalLink>
              </span>
            ) : undefined,
          },
          { key: 'paid', label: 'You paid', value: amount, strong: true },
        ]}
      />
      {props.children}
      <div className="flex flex-wrap gap-3 max-sm:flex-col max-sm:items-stretch">
        {row.cardId && isSignedIn && (
          <ButtonLink to={paths.card(row.cardId)} variant="primary" size="large">
            Open the card
          </ButtonLink>
        )}
        {awaitsId && isSignedIn && (
          <ButtonLink to={paths.cards} variant="primary" size="large">
            See your cards
          </ButtonLink>
        )}
        <ButtonLink to={paths.payments} size="large">
          All payments
        </ButtonLink>
      </div>
    </Panel>
  );
}
