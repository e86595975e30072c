import { networkName } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { AUTH_PRICE_ATOMIC, type AuthQuote } from './auth-quote.ts';
import type { ConnectedWallet } from '#wallets/wallet-port.ts';

interface AuthPaymentReviewProps {
  quote: AuthQuote;
  wallet: ConnectedWallet;
  busy: boolean;
  mayRepeat: readonly string[];
  onPay: (acknowledgedRowIds: readonly string[]) => void;
}

/** The price of a sign-in, shown before anything is signed. */
export function AuthPaymentReview({ quote, wallet, busy, mayRepeat, onPay }: AuthPaymentReviewProps) {
  const { offer, findings } = quote;
  if (!offer || findings.length > 0)
    return (
      <Notice
        tone="danger"
        title="What Laso asks for is not the price of a sign-in, so it cannot be paid here."
      >
        <ul className="my-1 list-disc pl-5 break-words">
          {findings.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
        <p>Nothing was signed and nothing was paid.</p>
      </Notice>
    );
  return (
    <Panel title="Review" raised>
      <Receipt
        rows={[
          { key: 'get', label: 'You get', value: 'Signed in with this wallet' },
          { key: 'network', label: 'Network', value: networkName(offer.network) },
          {
            key: 'to',
            label: 'Recipient',
            value: <Address value={offer.payTo} full />,
            note: 'Laso Finance, as this page is configured',
          },
          {
            key: 'from',
            label: 'From your wallet',
            value: <Address value={wallet.address} full />,
            note: wallet.walletName,
          },
          { key: 'pay', label: 'You pay', value: <UsdcAmount atomic={offer.amountAtomic} />, strong: true },
        ]}
      />
      {offer.amountAtomic !== AUTH_PRICE_ATOMIC && (
        <Notice tone="caution" title={`Laso’s documents say ${formatUsdc(AUTH_PRICE_ATOMIC)} USDC.`}>
          The price above is what Laso asks now.
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {mayRepeat.length === 0 ? (
          <Button variant="primary" size="large" busy={busy} onClick={() => onPay([])}>
            Pay {formatUsdc(offer.amountAtomic)} USDC
          </Button>
        ) : (
          <Button variant="danger" size="large" busy={busy} onClick={() => onPay(mayRepeat)}>
            Pay again although the earlier one may be paid
          </Button>
        )}
      </div>
    </Panel>
  );
}
