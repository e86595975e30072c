import { useState } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import { networkName } from '#domain/chain.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { WalletList } from '#ui/wallet-list.tsx';
import { useWalletKit } from './use-wallet-kit.ts';
import type { ConnectedWallet, WalletKit } from './wallet-kit.ts';

interface WalletChoiceProps {
  network: NetworkConfig;
  onConnected: (kit: WalletKit, wallet: ConnectedWallet) => void;
  onClose: () => void;
}

/** A button per wallet that announced itself in this browser, under the name it gave. */
export function WalletChoice({ network, onConnected, onClose }: WalletChoiceProps) {
  const { kit, failed, retry, found } = useWalletKit(network);
  const [connecting, setConnecting] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = networkName(network.id);

  async function connect(walletId: string): Promise<void> {
    if (!kit || connecting) return;
    setConnecting(walletId);
    setError(null);
    try {
      onConnected(kit, await kit.connect(walletId));
    } catch (caught) {
      setError(caught instanceof PaymentError ? caught.message : 'The wallet did not connect. Try again.');
    } finally {
      setConnecting(null);
    }
  }

  return (
    <Dialog open onClose={onClose} title={`Choose a ${name} wallet`}>
      {failed && (
        <ErrorState
          title="The wallet part of this page could not be loaded."
          detail="Check the connection."
          onRetry={retry}
        />
      )}
      {!kit && !failed && (
        <LoadingRegion label="Looking for wallets">
          <Skeleton className="h-12 w-full" />
        </LoadingRegion>
      )}
      {kit && found.length === 0 && (
        <p>
          No {name} wallet was found in this browser. Install one, such as a browser extension, then reload
          this page; or use a login link.
        </p>
      )}
      {found.length > 0 && (
        <WalletList wallets={found} connecting={connecting} onPick={(walletId) => void connect(walletId)} />
      )}
      {error && <Notice tone="danger">{error}</Notice>}
      <p className="text-sm text-muted">
        Connecting shows this page your address. It cannot sign or move anything on its own.
      </p>
    </Dialog>
  );
}
