import { useState, type ReactNode } from 'react';
import { shortAddress } from '#domain/account.ts';
import { mayAskAgain } from '#payments/reconcile/ask-again.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { canBeWrong } from '#payments/reconcile/final-looks.ts';
import { isOpen, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { maySend } from '#payments/pay/may-send.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { chooseCard, discardPayment, putAside } from './mutations.ts';
import { PutAsideDialog } from './put-aside-dialog.tsx';
import { supportText } from './support-text.ts';

interface PaymentActionsProps {
  row: PaymentSummary;
  nowMs: number;
  /** Links of the page: the card, order again, sign in. */
  links: ReactNode;
  checking: boolean;
  onCheck: (row: PaymentSummary) => void;
  /** Sends the signed payload of this row; the page takes the session that may come with the answer. */
  onSend: (row: PaymentSummary) => Promise<PaymentError | null>;
}

/** The next steps a payment offers in its state; one at a time. */
export function PaymentActions({ row, nowMs, links, checking, onCheck, onSend }: PaymentActionsProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  async function run(work: () => Promise<PaymentError | null | void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      setError((await work())?.message ?? null);
    } catch (caught) {
      setError(caught instanceof PaymentError ? caught.message : 'That did not work. Nothing was changed.');
    } finally {
      setBusy(false);
    }
  }
  const undecided = row.state === 'unknown' || row.state === 'paid-not-delivered';
  const dismissible = undecided || row.corrected !== undefined;
  const sendable = maySend(row, nowMs) && row.dismissed === null;

  return (
    <div className="flex flex-col gap-3">
      {row.candidateIds.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {row.candidateIds.map((id) => (
            <Button key={id} size="small" busy={busy} onClick={() => void run(() => chooseCard(row, id))}>
              This payment bought card {shortAddress(id)}
            </Button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {row.state === 'signed' && sendable && (
          <Button variant="primary" size="small" busy={busy} onClick={() => void run(() => onSend(row))}>
            Send
          </Button>
        )}
        {row.state === 'signed' && (
          <Button size="small" busy={busy} onClick={() => void run(() => discardPayment(row))}>
            Discard
          </Button>
        )}
        {((undecided && !row.dismissed) || canBeWrong(row)) && (
          <Button
            variant={row.state === 'unknown' ? 'primary' : 'secondary'}
            size="small"
            busy={checking}
            onClick={() => onCheck(row)}
          >
            Check again
          </Button>
        )}
        {row.state === 'unknown' && sendable && (
          <Button
            size="small"
            busy={busy}
            title="The very same signed payment: it can be charged once, however often it is sent."
            onClick={() => void run(() => onSend(row))}
          >
            Send the same payment again
          </Button>
        )}
        {mayAskAgain(row) && (
          <Button
            variant="primary"
            size="small"
            busy={busy}
            title="The very same signed payment: it was charged once, and cannot be charged again."
            onClick={() => void run(() => onSend(row))}
          >
            Ask Laso again for what you bought
          </Button>
        )}
        {links}
        {isOpen(row) && row.state !== 'signed' && (
          <CopyButton label="Copy text for support" getText={() => supportText(row)} variant="secondary" />
        )}
        {dismissible && (
          <Button
            variant="quiet"
            size="small"
            busy={busy}
            onClick={() => (row.dismissed ? void run(() => putAside(row, null)) : setAsking(true))}
          >
            {row.dismissed ? 'Reopen' : 'Dismiss'}
          </Button>
        )}
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      <PutAsideDialog
        open={asking}
        onClose={() => setAsking(false)}
        onPutAside={(reason) => {
          setAsking(false);
          void run(() => putAside(row, reason));
        }}
      />
    </div>
  );
}
