import { useConfig } from '#config/config-context.ts';
import { redemptionLink } from '#domain/redemption-link.ts';
import type { PushTransfer } from '#laso/get-push-to-card.ts';
import { formatUsd } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TransferLink } from './transfer-link.tsx';

interface DeliveredTransferProps {
  transfer: PushTransfer;
  /** What the payment took, in whole cents. */
  paidCents: number;
  /** Tries to put the link away again; null when it is kept. */
  keepAgain: (() => void) | null;
  /** It is written down elsewhere: the browser need not ask any more before this page is closed. */
  onSaved: () => void;
  busy: boolean;
}

/** What to do after paying: the money waits behind the link. */
export function DeliveredTransfer({ transfer, paidCents, keepAgain, onSaved, busy }: DeliveredTransferProps) {
  const { amountPaidCents, note, redemptionUrl } = transfer;
  const { redemptionHosts } = useConfig();
  const mayOpen = redemptionLink(redemptionUrl.reveal(), redemptionHosts).kind !== 'unsafe';
  return (
    <div className="flex flex-col gap-4">
      {keepAgain && (
        <Notice
          tone="danger"
          title="The link could not be saved on this device. This page has the only copy."
          actions={
            <>
              <CopyButton label="Copy the link" getText={() => redemptionUrl.reveal()} variant="secondary" />
              <Button size="small" busy={busy} onClick={keepAgain}>
                Try saving again
              </Button>
              <Button size="small" onClick={onSaved}>
                I have saved it
              </Button>
            </>
          }
        >
          Copy it to a safe place before you close this page. Whoever has the link has the money.
        </Notice>
      )}
      {mayOpen && (
        <p className="max-w-prose">
          The money waits for its recipient. Open the link and enter the sender’s name, the recipient’s debit
          card number and the name on that card: only then is it sent.
        </p>
      )}
      <TransferLink url={redemptionUrl} />
      {amountPaidCents !== null && amountPaidCents !== paidCents && (
        <Notice tone="caution" title={`Laso’s answer says that ${formatUsd(amountPaidCents)} was paid.`}>
          The payment was {formatUsd(paidCents)}. Tell Laso support if what arrives is too little.
        </Notice>
      )}
      {note && <p className="max-w-prose text-sm text-muted">Laso says: “{note}”</p>}
    </div>
  );
}
