import { Button } from './button.tsx';

interface WalletListProps {
  /** `name` and `icon` are the wallets' own. */
  wallets: readonly { readonly id: string; readonly name: string; readonly icon: string | null }[];
  /** The one that is being asked. */
  connecting: string | null;
  onPick: (walletId: string) => void;
}

/** A button per wallet that announced itself in this browser, under the name it gave. */
export function WalletList({ wallets, connecting, onPick }: WalletListProps) {
  return (
    <ul className="flex flex-col gap-2">
      {wallets.map(({ id, name, icon }) => (
        <li key={id}>
          <Button
            className="w-full justify-start!"
            size="large"
            busy={connecting === id}
            onClick={() => onPick(id)}
          >
            {icon && <img src={icon} alt="" className="size-6 rounded-sm" />}
            {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
