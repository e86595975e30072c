import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { networkName } from '#domain/chain.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import type { ConnectedWallet, WalletKit } from '#wallets/wallet-kit.ts';
import { WalletChoice } from '#wallets/wallet-choice.tsx';

export interface WalletDoorsProps {
  onConnected: (kit: WalletKit, wallet: ConnectedWallet) => void;
}

/** The second door: a wallet of one's own, on any network the operator configured. No wallet code is fetched before a click. */
export function WalletSignInButtons({ onConnected }: WalletDoorsProps) {
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
        <WalletChoice
          network={chosen}
          onConnected={(kit, wallet) => {
            setChosen(null);
            onConnected(kit, wallet);
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </Panel>
  );
}
