import { accountIdOf, type AccountId } from '#domain/account.ts';
import { networkName } from '#domain/chain.ts';
import { formatUsdc, usdcAtomicToCents } from '#domain/money.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { Money } from '#ui/money.tsx';
import { Receipt, type ReceiptRow } from '#ui/receipt.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import type { OrderWords } from '#payments/quote/product.ts';
import type { OrderQuote } from './order-quote.ts';
import type { OtherNetwork } from './other-network.ts';
import type { ConnectedWallet } from '#wallets/wallet-port.ts';

interface OrderReceiptProps {
  quote: OrderQuote;
  connection: ConnectedWallet | null;
  balanceAtomic: bigint | null;
  accountOnScreen: AccountId | null;
  otherNetwork: OtherNetwork | null;
  /** Lets the connected wallet go; null while that would be in the way of paying. */
  onDisconnect: (() => void) | null;
}

/** The order as a receipt before it is paid: you pay, you get, fee, network, to whom, for which account (product.md §4). */
export function OrderReceipt(props: OrderReceiptProps) {
  const { quote, connection, balanceAtomic, accountOnScreen, otherNetwork, onDisconnect } = props;
  const { offer, words } = quote;
  if (!offer) return null;
  const rows: (ReceiptRow | null)[] = [
    { key: 'get', label: words.get.label ?? 'You get', value: <Worth of={words.get} /> },
    {
      key: 'fee',
      label: 'Fee',
      value: <Fee atomic={words.fee.atomic} />,
      note: words.fee.note,
    },
    ...(words.lines ?? []).map(({ key, label, text, note }) => ({ key, label, value: text, note })),
    {
      key: 'network',
      label: 'Network',
      value: networkName(offer.network),
      note: otherNetwork && <Possible on={otherNetwork} />,
    },
    {
      key: 'to',
      // Where somebody else gets something, "recipient" would be them.
      label: words.get.label ? 'Paid to' : 'Recipient',
      value: <Address value={offer.payTo} full className="text-balance" />,
      note: 'Laso Finance, as this page is configured',
    },
    connection && {
      key: 'from',
      label: 'From your wallet',
      value: <Address value={connection.address} full className="text-balance" />,
      note: (
        <>
          {connection.walletName}
          {onDisconnect && (
            <Button size="small" variant="quiet" className="-mr-3" onClick={onDisconnect}>
              Disconnect
            </Button>
          )}
        </>
      ),
    },
    connection && {
      key: 'balance',
      label: 'USDC in this wallet',
      value: <UsdcAmount atomic={balanceAtomic} reason="Loading" />,
    },
    connection && {
      key: 'account',
      label: `The ${words.noun} belongs to`,
      value: <Address value={connection.address} />,
      note: paysForAnother(connection, accountOnScreen)
        ? 'The wallet’s own account, not the one on screen'
        : 'The account of this wallet',
    },
    { key: 'pay', label: 'You pay', value: <UsdcAmount atomic={offer.amountAtomic} />, strong: true },
  ];
  return <Receipt rows={rows.filter((row) => row !== null)} />;
}

/** "U.S. card with $50.00"; where the amount itself is what one gets, that alone. */
export function Worth({ of: { what, cents, currency } }: { of: OrderWords['get'] }) {
  if (cents === null) return what;
  if (what === '') return <Money cents={cents} currency={currency} />;
  return (
    <>
      {what} with <Money cents={cents} currency={currency} />
    </>
  );
}

/** The choice of the network, by what one has there. */
function Possible({ on: { id, wallet } }: { on: OtherNetwork }) {
  if (!wallet) return `${networkName(id)} is possible too. No wallet is connected there yet.`;
  return (
    <>
      {networkName(id)} is possible too: <UsdcAmount atomic={wallet.balanceAtomic} reason="Loading" /> in{' '}
      {wallet.name}
    </>
  );
}

function Fee({ atomic }: { atomic: bigint | null }) {
  if (atomic === null) return 'In the price';
  // Whole cents as dollars, finer prices as they are.
  return atomic % 10_000n === 0n ? (
    <Money cents={usdcAtomicToCents(atomic)} />
  ) : (
    <UsdcAmount atomic={atomic} />
  );
}

export const payLabel = (quote: OrderQuote): string =>
  `Pay ${formatUsdc(quote.offer?.amountAtomic ?? 0n)} USDC`;

/** The payer is the account (laso-api.md §1). */
export const paysForAnother = (connection: ConnectedWallet, accountOnScreen: AccountId | null): boolean =>
  accountOnScreen !== null && accountIdOf(connection.address) !== accountOnScreen;
