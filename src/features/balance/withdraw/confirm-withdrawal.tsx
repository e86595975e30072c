import { useState } from 'react';
import { centsToUsdcAtomic } from '#domain/money.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Money } from '#ui/money.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import type { Destination } from './destination.ts';

interface ConfirmWithdrawalProps {
  amountCents: number;
  balanceCents: number;
  destination: Destination;
  /** What speaks against sending now, each a sentence; they have to be accepted. */
  doubts: readonly string[];
  sending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Everything there is to know before money leaves the balance, the whole address included; then one button. */
export function ConfirmWithdrawal(props: ConfirmWithdrawalProps) {
  const { amountCents, balanceCents, destination, doubts, sending, onConfirm, onClose } = props;
  const [accepted, setAccepted] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      dismissible={!sending}
      title="Withdraw from the balance?"
      actions={
        <>
          <Button onClick={onClose} aria-disabled={sending}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={sending}
            aria-disabled={doubts.length > 0 && !accepted}
            onClick={onConfirm}
          >
            Confirm withdrawal
          </Button>
        </>
      }
    >
      <Receipt
        rows={[
          {
            key: 'to',
            label: `To this wallet on ${destination.network}`,
            value:
              destination.kind === 'known' ? (
                <Address value={destination.address} full className="text-balance" />
              ) : (
                'Laso has not told us the address'
              ),
          },
          { key: 'left', label: 'Left at Laso', value: <Money cents={balanceCents - amountCents} /> },
          {
            key: 'gets',
            label: 'The wallet gets',
            value: <UsdcAmount atomic={centsToUsdcAtomic(amountCents)} />,
            note: 'As Laso documents it: the same amount, in USDC',
          },
          { key: 'amount', label: 'You take out', value: <Money cents={amountCents} />, strong: true },
        ]}
      />
      <p className="text-sm text-muted">
        Laso sends it to the wallet that paid; this page cannot choose another one. It cannot be reversed.
      </p>
      {doubts.length > 0 && (
        <div className="flex flex-col gap-2">
          {doubts.map((doubt) => (
            <p key={doubt} className="text-caution">
              {doubt}
            </p>
          ))}
          <Checkbox
            label="I understand, and want it sent anyway"
            checked={accepted}
            onChange={(event) => setAccepted(event.target.checked)}
          />
        </div>
      )}
    </Dialog>
  );
}
