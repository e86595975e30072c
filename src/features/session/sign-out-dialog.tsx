import { useEffect, useState } from 'react';
import { shortAddress, type AccountId } from '#domain/account.ts';
import { formatUsdc } from '#domain/money.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';

export interface OpenPayment {
  accountId: string;
  amountAtomic: bigint;
}

interface SignOutDialogProps {
  accountIds: readonly AccountId[];
  openPayments: () => Promise<OpenPayment[]>;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What signing out removes and what it leaves, before it happens. Works without a network. */
export function SignOutDialog({ accountIds, openPayments, onConfirm, onCancel }: SignOutDialogProps) {
  const [open, setOpen] = useState<OpenPayment[]>([]);
  useEffect(() => {
    let here = true;
    openPayments().then(
      (payments) =>
        here &&
        setOpen(payments.filter((payment) => (accountIds as readonly string[]).includes(payment.accountId))),
      // The journal cannot be read: signing out must not depend on it.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [accountIds, openPayments]);
  const several = accountIds.length > 1;
  const total = open.reduce((sum, payment) => sum + payment.amountAtomic, 0n);

  return (
    <Dialog
      open
      onClose={onCancel}
      title={
        several
          ? `Sign out of ${accountIds.length} accounts?`
          : `Sign out of ${shortAddress(accountIds[0] ?? '')}?`
      }
      actions={
        <>
          <Button onClick={onCancel}>Stay signed in</Button>
          <Button variant="primary" onClick={onConfirm}>
            {several ? 'Sign out everywhere' : 'Sign out'}
          </Button>
        </>
      }
    >
      <p>
        The session and everything read with it leave this browser, in every tab. To come back you need a new
        link from your agent.
      </p>
      {open.length > 0 && (
        <Notice
          tone="caution"
          title={`${open.length} ${open.length === 1 ? 'payment is' : 'payments are'} not finished: ${formatUsdc(total)} USDC.`}
        >
          Their records stay on this device, locked, until this account signs in again. Nothing is lost.
        </Notice>
      )}
    </Dialog>
  );
}
