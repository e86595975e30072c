import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AccountId } from '#domain/account.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { OrderProblem } from './order-problem.tsx';
import { OrderReceipt, payLabel, paysForAnother } from './order-review.tsx';
import { PayChecks } from './pay-checks.tsx';
import { preflightQuery } from './queries.ts';
import type { UsCardQuote } from './us-card-quote.ts';
import { useEvmWallets } from './use-evm-wallets.ts';
import type { EvmWallets } from './wallet-code.ts';
import { WalletPicker } from './wallet-picker.tsx';

export interface Payer {
  evm: EvmWallets;
  address: string;
}

interface PayPanelProps {
  quote: UsCardQuote;
  accountOnScreen: AccountId | null;
  paying: boolean;
  /** Terms that changed since the last look, an earlier refusal of the wallet … */
  notices: ReactNode;
  /** Rows of an earlier order for the same thing that may have been paid: paying beside them takes a button of its own. */
  mayRepeat: readonly string[];
  onPay: (payer: Payer, acknowledgedRowIds: readonly string[]) => void;
  onBack: () => void;
}

/** The review: everything there is to know before signing, then one button that pays. */
export function PayPanel({
  quote,
  accountOnScreen,
  paying,
  notices,
  mayRepeat,
  onPay,
  onBack,
}: PayPanelProps) {
  const { evm, failed, retry, detected, connection } = useEvmWallets(quote.trusted.network);
  const [picking, setPicking] = useState(false);
  const [switchError, setSwitchError] = useState<unknown>(null);
  const checks = useQuery(preflightQuery({ evm, connection, quote }));
  const stops = checks.data?.findings.filter((finding) => finding.level === 'stop') ?? [];
  const cannotPay = !checks.data || checks.isError || stops.length > 0;

  return (
    <Panel title="Review" raised className="max-w-160">
      {notices}
      <OrderReceipt
        quote={quote}
        connection={connection}
        balanceAtomic={checks.data?.balanceAtomic ?? null}
        accountOnScreen={accountOnScreen}
      />
      <PayChecks
        checks={checks}
        paysForAnother={connection !== null && paysForAnother(connection, accountOnScreen)}
      />
      <OrderProblem error={switchError} />
      {failed && (
        <ErrorState
          title="The wallet part of this page could not be loaded."
          detail="Nothing was paid. Check the connection."
          onRetry={retry}
        />
      )}
      {/* Long labels wrap on a phone instead of pushing the page wider. */}
      <div className="flex flex-wrap gap-3 max-sm:flex-col max-sm:items-stretch">
        {!connection && (
          <Button
            variant="primary"
            size="large"
            busy={!evm && !failed}
            disabled={failed}
            onClick={() => setPicking(true)}
          >
            Connect wallet
          </Button>
        )}
        {connection && evm && stops.some(({ code }) => code === 'chain') && (
          <Button
            variant="primary"
            size="large"
            onClick={() => void evm.wallets.switchToBase().then(() => setSwitchError(null), setSwitchError)}
          >
            Change the wallet to Base
          </Button>
        )}
        {connection && evm && mayRepeat.length === 0 && (
          <Button
            variant="primary"
            size="large"
            busy={paying}
            disabled={cannotPay}
            onClick={() => onPay({ evm, address: connection.address }, [])}
          >
            {payLabel(quote)}
          </Button>
        )}
        {connection && evm && mayRepeat.length > 0 && (
          <Button
            variant="danger"
            size="large"
            busy={paying}
            disabled={cannotPay}
            onClick={() => onPay({ evm, address: connection.address }, mayRepeat)}
          >
            Order again although the earlier one may be paid
          </Button>
        )}
        <Button size="large" disabled={paying} onClick={onBack}>
          Change the order
        </Button>
        {connection && evm && (
          <Button
            variant="quiet"
            size="large"
            disabled={paying}
            onClick={() => void evm.wallets.disconnectWallet()}
          >
            Disconnect
          </Button>
        )}
      </div>
      <p className="text-sm text-muted">
        Your wallet is asked for one signature. It allows exactly this payment, once, and ends by itself
        within minutes.
      </p>
      {picking && evm && (
        <WalletPicker
          wallets={detected}
          onPick={(id) => evm.wallets.connectWallet(id)}
          onClose={() => setPicking(false)}
        />
      )}
    </Panel>
  );
}
