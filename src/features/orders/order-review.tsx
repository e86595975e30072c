import { accountIdOf, type AccountId } from '#domain/account.ts';
import { networkName } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import { Address } from '#ui/address.tsx';
import { Money } from '#ui/money.tsx';
import { Receipt, type ReceiptRow } from '#ui/receipt.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import type { UsCardQuote } from './us-card-quote.ts';
import type { ConnectedWallet } from './wallet-code.ts';

interface OrderReceiptProps {
  quote: UsCardQuote;
  connection: ConnectedWallet | null;
  balanceAtomic: bigint | null;
  accountOnScreen: AccountId | null;
}

/** The order as a receipt before it is paid: you pay, you get, fee, network, to whom, for which account (product.md §4). */
export function OrderReceipt({ quote, connection, balanceAtomic, accountOnScreen }: OrderReceiptProps) {
  const { offer } = quote;
  if (!offer) return null;
  const rows: (ReceiptRow | null)[] = [
    {
      key: 'get',
      label: 'You get',
      value: (
        <>
          U.S. card with <Money cents={quote.amountCents} />
        </>
      ),
    },
    {
      key: 'fee',
      label: 'Fee',
      value: <Money cents={0} />,
      note: 'Laso takes none for this card; it also pays the network fee.',
    },
    { key: 'network', label: 'Network', value: networkName(offer.network) },
    {
      key: 'to',
      label: 'Recipient',
      value: <Address value={offer.payTo} full className="text-balance" />,
      note: 'Laso Finance, as this page is configured',
    },
    connection && {
      key: 'from',
      label: 'From your wallet',
      value: <Address value={connection.address} full className="text-balance" />,
      note: connection.walletName,
    },
    connection && {
      key: 'balance',
      label: 'USDC in this wallet',
      value: <UsdcAmount atomic={balanceAtomic} reason="Being read" />,
    },
    connection && {
      key: 'account',
      label: 'The card belongs to',
      value: <Address value={connection.address} />,
      note: paysForAnother(connection, accountOnScreen)
        ? 'The wallet’s own account, not the one on screen'
        : 'The account of this wallet',
    },
    { key: 'pay', label: 'You pay', value: <UsdcAmount atomic={offer.amountAtomic} />, strong: true },
  ];
  return <Receipt rows={rows.filter((row) => row !== null)} />;
}

export const payLabel = (quote: UsCardQuote): string =>
  `Pay ${formatUsdc(quote.offer?.amountAtomic ?? 0n)} USDC`;

/** The payer is the account (laso-api.md, "Identity and tokens"). */
export const paysForAnother = (connection: ConnectedWallet, accountOnScreen: AccountId | null): boolean =>
  accountOnScreen !== null && accountIdOf(connection.address) !== accountOnScreen;
