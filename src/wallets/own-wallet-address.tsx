import { useEffect, useState } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import { useWallets } from './use-wallets.ts';
import { WalletPicker } from './wallet-picker.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

interface OwnWalletAddressProps {
  network: NetworkConfig;
  account: AccountId;
  /** An address that spells the account's name: the account's own, in its real case. */
  onFound: (address: string) => void;
}

/**
 * An account id is the lower-cased address; only the account's own wallet knows the real case. Wallet code is
 * loaded when the person asks for it, and signs nothing here.
 */
export function OwnWalletAddress(props: OwnWalletAddressProps) {
  const [asked, setAsked] = useState(false);
  if (asked) return <AskWallet {...props} onClose={() => setAsked(false)} />;
  return (
    <Button size="small" onClick={() => setAsked(true)}>
      Show it with my wallet
    </Button>
  );
}

function AskWallet({ network, account, onFound, onClose }: OwnWalletAddressProps & { onClose: () => void }) {
  const state = useWallets(network, { paying: false });
  const { wallets, failed, retry, connection } = state;
  const address = connection?.address ?? null;
  const isOwn = address !== null && address.toLowerCase() === account;
  useEffect(() => {
    if (address !== null && isOwn) onFound(address);
  }, [address, isOwn, onFound]);
  if (failed)
    return (
      <Notice
        tone="danger"
        title="The wallet part of this page could not be loaded."
        actions={
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        }
      >
        Check the connection.
      </Notice>
    );
  if (!wallets)
    return (
      <Button size="small" busy>
        Show it with my wallet
      </Button>
    );
  if (address === null)
    return (
      <WalletPicker
        network={network}
        state={state}
        withoutWallet="."
        note="Connecting shows this page your address. It cannot sign or move anything on its own."
        // The connection itself is followed.
        onConnected={() => undefined}
        onClose={onClose}
      />
    );
  return isOwn ? null : (
    <Notice
      tone="caution"
      title="The connected wallet belongs to another account."
      actions={
        <Button size="small" onClick={() => void wallets.disconnect()}>
          Use another wallet
        </Button>
      }
    />
  );
}
