import type { ReactNode } from 'react';
import { networkName } from '#domain/chain.ts';
import { Button } from '#ui/button.tsx';
import type { OrderQuote } from './order-quote.ts';
import { payLabel } from './order-receipt.tsx';

interface PayButtonsProps {
  quote: OrderQuote;
  paying: boolean;
  /** null: a wallet is connected. */
  connect: { busy: boolean; disabled: boolean; open: () => void } | null;
  changeNetwork: (() => void) | null | undefined;
  /** null: no wallet is connected. */
  pay: ((acknowledgedRowIds: readonly string[]) => void) | null;
  /** Something is in the way of paying; it is said above. */
  blocked: boolean;
  mayRepeat: readonly string[];
  /** The button that leads to the other network; null when there is none, or it stands above. */
  toOther: ReactNode;
  onBack: () => void;
}

/** What can be done in the review, the one that goes on first. */
export function PayButtons(props: PayButtonsProps) {
  const { paying, connect, pay, blocked, mayRepeat } = props;
  return (
    // Long labels wrap on a phone instead of pushing the page wider.
    <div className="flex flex-wrap gap-3 max-sm:flex-col max-sm:items-stretch">
      {connect && (
        <Button
          variant="primary"
          size="large"
          busy={connect.busy}
          disabled={connect.disabled}
          onClick={connect.open}
        >
          Connect wallet
        </Button>
      )}
      {props.changeNetwork && (
        <Button variant="primary" size="large" onClick={props.changeNetwork}>
          Switch the wallet to {networkName(props.quote.trusted.network.id)}
        </Button>
      )}
      {pay && mayRepeat.length === 0 && (
        <Button variant="primary" size="large" busy={paying} disabled={blocked} onClick={() => pay([])}>
          {payLabel(props.quote)}
        </Button>
      )}
      {pay && mayRepeat.length > 0 && (
        <Button variant="danger" size="large" busy={paying} disabled={blocked} onClick={() => pay(mayRepeat)}>
          Order again although the earlier one may be paid
        </Button>
      )}
      {props.toOther}
      <Button size="large" disabled={paying} onClick={props.onBack}>
        Change the order
      </Button>
    </div>
  );
}
