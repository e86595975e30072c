import { useState } from 'react';
import { PaymentError } from '#payments/payment-error.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { WalletList } from '#ui/wallet-list.tsx';
import type { DetectedWallet } from './wallet-code.ts';

interface WalletPickerProps {
  /** "Base", "Solana". */
  networkName: string;
  wallets: readonly DetectedWallet[];
  onPick: (walletId: string) => Promise<unknown>;
  onClose: () => void;
}

/** A button per wallet that announced itself in this browser, under the name it gave. */
export function WalletPicker({ networkName, wallets, onPick, onClose }: WalletPickerProps) {
  const [connecting, setConnecting] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function pick(walletId: string): Promise<void> {
    setConnecting(walletId);
    setError(null);
    try {
      await onPick(walletId);
      onClose();
    } catch (caught) {
      setError(caught instanceof PaymentError ? caught.message : 'The wallet did not connect. Try again.');
    } finally {
      setConnecting(null);
    }
  }

  return (
    <Dialog open onClose={onClose} title="Connect a wallet">
      {wallets.length === 0 ? (
        <p>
          No wallet was found in this browser. Install one that works with {networkName}, such as a browser
          extension, then reload this page. Your order is not lost: nothing has been paid.
        </p>
      ) : (
        <WalletList wallets={wallets} connecting={connecting} onPick={(walletId) => void pick(walletId)} />
      )}
      {error && <Notice tone="danger">{error}</Notice>}
      <p className="text-sm text-muted">
        Connecting shows this page your address and your USDC balance. It cannot move any money.
      </p>
    </Dialog>
  );
}
