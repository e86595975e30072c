import { useState } from 'react';
import { networkName } from '#domain/chain.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { WalletList } from '#ui/wallet-list.tsx';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletState } from './use-wallets.ts';
import type { ConnectedWallet, WalletPort } from './wallet-port.ts';

interface WalletPickerProps {
  network: NetworkConfig;
  state: WalletState;
  /** After "…, then reload this page": what a person without a wallet can do or need not fear. */
  withoutWallet: string;
  /** What connecting allows this page to see. */
  note: string;
  onConnected: (wallets: WalletPort, wallet: ConnectedWallet) => void;
  onClose: () => void;
}

/** A button per wallet that announced itself in this browser, under the name it gave. */
export function WalletPicker(props: WalletPickerProps) {
  const { network, state, onConnected, onClose } = props;
  const { wallets, failed, retry, detected } = state;
  const [connecting, setConnecting] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = networkName(network.id);

  async function connect(walletId: string): Promise<void> {
    if (!wallets || connecting) return;
    setConnecting(walletId);
    setError(null);
    try {
      onConnected(wallets, await wallets.connect(walletId));
    } catch (caught) {
      setError(caught instanceof PaymentError ? caught.message : 'The wallet did not connect. Try again.');
    } finally {
      setConnecting(null);
    }
  }

  return (
    <Dialog open onClose={onClose} title={`Connect a ${name} wallet`}>
      {failed && (
        <ErrorState
          title="The wallet part of this page could not be loaded."
          detail="Check the connection."
          onRetry={retry}
        />
      )}
      {!wallets && !failed && (
        <LoadingRegion label="Looking for wallets">
          <Skeleton className="h-12 w-full" />
        </LoadingRegion>
      )}
      {wallets && detected.length === 0 && (
        <p>
          No {name} wallet was found in this browser. Install one, such as a browser extension, then reload
          this page{props.withoutWallet}
        </p>
      )}
      {detected.length > 0 && (
        <WalletList
          wallets={detected}
          connecting={connecting}
          onPick={(walletId) => void connect(walletId)}
        />
      )}
      {error && <Notice tone="danger">{error}</Notice>}
      <p className="text-sm text-muted">{props.note}</p>
    </Dialog>
  );
}
