import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AccountId } from '#domain/account.ts';
import { networkName, type NetworkId } from '#domain/chain.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { useOtherNetwork } from './other-network.ts';
import { OrderProblem } from './order-problem.tsx';
import type { PaymentError } from '#payments/payment-error.ts';
import { signedLife, type OrderQuote } from './order-quote.ts';
import { OrderReceipt, paysForAnother } from './order-receipt.tsx';
import { PayButtons } from './pay-buttons.tsx';
import { PayChecks } from './pay-checks.tsx';
import { PriceNotice, typedAsReviewed } from './price-notice.tsx';
import { preflightQuery } from './queries.ts';
import { useWallets } from '#wallets/use-wallets.ts';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';
import { WalletPicker } from '#wallets/wallet-picker.tsx';

export interface Payer {
  wallets: WalletPort;
  address: string;
}

interface PayPanelProps {
  quote: OrderQuote;
  accountOnScreen: AccountId | null;
  paying: boolean;
  /** Terms that changed since the last look, an earlier refusal of the wallet … */
  notices: ReactNode;
  /** Laso takes no order of this wallet's account (frozen): said above, or here. */
  refusalFor: (address: string) => PaymentError | null;
  refused: boolean;
  /** Between receipt and buttons, once a wallet is connected: the free sign-in. */
  beforePaying?: (wallet: ConnectedWallet) => ReactNode;
  /** Rows of an earlier order for the same thing that may have been paid: paying beside them takes a button of its own. */
  mayRepeat: readonly string[];
  onPay: (payer: Payer, acknowledgedRowIds: readonly string[]) => void;
  /** The same order on another network; null when there is none. */
  otherNetwork: NetworkId | null;
  onOtherNetwork: (network: NetworkId) => void;
  onBack: () => void;
}

/** The review: everything there is to know before signing, then one button that pays. A network's own: give it the network as its key. */
export function PayPanel(props: PayPanelProps) {
  const { quote, accountOnScreen, paying, mayRepeat, onPay } = props;
  const { network } = quote.trusted;
  const state = useWallets(network, { paying: true });
  const { wallets, failed, retry, connection } = state;
  const [picking, setPicking] = useState(false);
  // Another price is another thing to confirm.
  const amount = String(quote.offer?.amountAtomic ?? 0n);
  const [typedFor, setTypedFor] = useState({ amount, text: '' });
  const typed = typedFor.amount === amount ? typedFor.text : '';
  const setTyped = (text: string): void => setTypedFor({ amount, text });
  const [switchError, setSwitchError] = useState<unknown>(null);
  const checks = useQuery(preflightQuery({ wallets, connection, networkId: network.id, offer: quote.offer }));
  const findings = checks.data?.findings ?? [];
  const stops = findings.filter(({ level }) => level === 'stop');
  const refusal = connection && !props.refused ? props.refusalFor(connection.address) : null;
  const changeNetwork = stops.some((finding) => finding.code === 'chain') ? wallets?.changeNetwork : null;

  const other = useOtherNetwork(quote, props.otherNetwork);
  const toOther = (size: 'small' | 'large') =>
    other && (
      <Button size={size} disabled={paying} onClick={() => props.onOtherNetwork(other.id)}>
        Use {networkName(other.id)} instead
      </Button>
    );
  // Where there is too little here, the way out stands beside the reason.
  const tooLittle = stops.some(({ code: found }) => found === 'balance') && other?.covers !== false;

  return (
    <Panel title="Review" raised className="max-w-160">
      {props.notices}
      <OrderReceipt
        quote={quote}
        connection={connection}
        balanceAtomic={checks.data?.balanceAtomic ?? null}
        accountOnScreen={accountOnScreen}
        otherNetwork={other}
        onDisconnect={connection && wallets && !paying ? () => void wallets.disconnect() : null}
      />
      <PayChecks
        checks={checks}
        paysForAnother={connection !== null && paysForAnother(connection, accountOnScreen)}
        noun={quote.words.noun}
        otherNetwork={other}
        toOther={tooLittle && toOther('small')}
      />
      <PriceNotice quote={quote} typed={typed} onTyped={setTyped} />
      <OrderProblem error={switchError} />
      <OrderProblem error={refusal} />
      {failed && (
        <ErrorState
          title="The wallet part of this page could not be loaded."
          detail="Nothing was paid. Check the connection."
          onRetry={retry}
        />
      )}
      {connection && props.beforePaying?.(connection)}
      <PayButtons
        quote={quote}
        paying={paying}
        connect={
          connection ? null : { busy: !wallets && !failed, disabled: failed, open: () => setPicking(true) }
        }
        changeNetwork={
          changeNetwork && (() => void changeNetwork().then(() => setSwitchError(null), setSwitchError))
        }
        pay={
          connection && wallets
            ? (acknowledged) => onPay({ wallets, address: connection.address }, acknowledged)
            : null
        }
        blocked={
          props.refused ||
          refusal !== null ||
          !checks.data ||
          checks.isError ||
          stops.length > 0 ||
          !typedAsReviewed(quote, typed)
        }
        mayRepeat={mayRepeat}
        toOther={!tooLittle && toOther('large')}
        onBack={props.onBack}
      />
      <p className="text-sm text-muted">
        Your wallet will ask for one signature. It allows exactly this payment, once, and is good for{' '}
        {signedLife(quote.offer)}. This page cannot see your other browsers: do not place the same order there
        at the same time.
      </p>
      {picking && wallets && (
        <WalletPicker
          network={network}
          state={state}
          withoutWallet=". Your order is not lost: nothing has been paid."
          note="Connecting shows this page your address and your USDC balance. It cannot move any money."
          onConnected={() => setPicking(false)}
          onClose={() => setPicking(false)}
        />
      )}
    </Panel>
  );
}
