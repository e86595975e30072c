import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { networkName } from '#domain/chain.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useWallets } from '#wallets/use-wallets.ts';
import { WalletPicker } from '#wallets/wallet-picker.tsx';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';

interface WalletSignInButtonsProps {
  onConnected: (wallets: WalletPort, wallet: ConnectedWallet) => void;
}

/**
 * Signing in with a wallet of one's own, on any network the operator configured. No wallet code is fetched
 * before a click.
 */
export function WalletSignInButtons({ onConnected }: WalletSignInButtonsProps) {
  const { networks } = useConfig();
  const [chosen, setChosen] = useState<NetworkConfig | null>(null);
  return (
    <Panel title="Or use your own wallet" className="max-w-prose">
      <p>For an account that your own wallet paid for, or a new one.</p>
      <div className="flex flex-wrap gap-3">
        {networks.map((network) => (
          <Button key={network.id} size="large" onClick={() => setChosen(network)}>
            {networkName(network.id)} wallet
          </Button>
        ))}
      </div>
      {chosen && (
        <PickWallet
          network={chosen}
          onConnected={(wallets, wallet) => {
            setChosen(null);
            onConnected(wallets, wallet);
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </Panel>
  );
}

interface PickWalletProps extends WalletSignInButtonsProps {
  network: NetworkConfig;
  onClose: () => void;
}

const PickWallet = (props: PickWalletProps) => (
  <WalletPicker
    {...props}
    state={useWallets(props.network, { paying: false })}
    withoutWallet="; or use a login link."
    note="Connecting shows this page your address. It cannot sign or move anything on its own."
  />
);
