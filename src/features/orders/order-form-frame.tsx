import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { networkName, type NetworkId } from '#domain/chain.ts';
import { RadioGroup } from '#ui/radio-group.tsx';

/** What every order form needs from the flow. */
export interface OrderFormSlot {
  /** Where one can pay; the operator decides. */
  networks: readonly NetworkId[];
  network: NetworkId;
  onNetwork: (network: NetworkId) => void;
  busy: boolean;
  /** Laso takes no order now (frozen account): nothing more is offered. */
  blocked: boolean;
  error: ReactNode;
}

interface OrderFormFrameProps extends OrderFormSlot {
  /** Reads the fields and asks for the review, or says what is wrong with them. */
  onSubmit: () => void;
  /** The product's own fields, above the network. */
  children: ReactNode;
  /** What one should know before ordering. */
  terms: ReactNode;
}

/** Fields, network, terms, "Review order": the same around every product's own fields. */
export function OrderFormFrame({
  networks,
  network,
  onNetwork,
  busy,
  blocked,
  error,
  onSubmit,
  children,
  terms,
}: OrderFormFrameProps) {
  return (
    <form
      noValidate
      className="flex max-w-120 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !blocked) onSubmit();
      }}
    >
      {children}
      <RadioGroup
        legend="Pay on"
        value={network}
        onChange={onNetwork}
        options={networks.map((id) => ({
          value: id,
          label: networkName(id),
          hint: `USDC on ${networkName(id)}, from a wallet in this browser. No network fee for you.`,
        }))}
      />
      <div className="flex max-w-prose flex-col gap-3 text-sm text-muted">{terms}</div>
      {error}
      {!blocked && (
        <div className="flex max-sm:flex-col">
          <Button type="submit" variant="primary" size="large" busy={busy}>
            Review order
          </Button>
        </div>
      )}
    </form>
  );
}
