import { useEffect, useState, type ReactNode } from 'react';
import { shortAddress } from '#domain/account.ts';
import { paymentsExport } from '#domain/payments-export.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { countAndSum, lockedBySignOut, type Leaving, type OpenPayment } from './open-payment.ts';
import { saveFile } from '#ui/save-file.ts';
import { useSessions } from '#session/session-store.ts';
import { useOpenPayments } from './use-open-payments.ts';

const recordsOf = (open: readonly OpenPayment[]): string =>
  paymentsExport({ payments: open.map(({ record }) => record) }, Date.now());

type Deletion = typeof import('./delete-payments-dialog.tsx');

interface SignOutDialogProps {
  leaving: Leaving;
  openPayments: () => Promise<OpenPayment[]>;
  /** What else will be locked: codes kept on this device. */
  keptCodes: (leaving: Leaving) => ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What signing out removes and what it leaves, before it happens. Works without a network. */
export function SignOutDialog({ leaving, openPayments, keptCodes, onConfirm, onCancel }: SignOutDialogProps) {
  const sessions = useSessions((state) => state.sessions);
  const read = useOpenPayments(openPayments);
  const [deleting, setDeleting] = useState(false);
  const open = typeof read === 'string' ? [] : lockedBySignOut(read, sessions, leaving);
  const deletion = useDeletion(open.length > 0);
  if (deleting && deletion)
    return (
      <deletion.DeletePaymentsDialog
        payments={open}
        onDeleted={onConfirm}
        onCancel={() => setDeleting(false)}
      />
    );

  const { count, sum } = countAndSum(open);
  return (
    <Dialog
      open
      onClose={onCancel}
      title={
        leaving === 'all' ? allTitle(sessions.length) : `Sign out of ${leaving.map(shortAddress).join(', ')}?`
      }
      actions={
        <>
          <Button onClick={onCancel}>Stay signed in</Button>
          <Button variant="primary" onClick={onConfirm}>
            {leaving === 'all' ? 'Sign out everywhere' : 'Sign out'}
          </Button>
        </>
      }
    >
      <p>
        The session and everything loaded with it are removed from this browser, in every tab. To come back,
        sign in again with a new link from your agent or with your wallet.
      </p>
      {open.length > 0 && (
        <Notice
          tone="caution"
          title={`${count} not finished: ${sum}.`}
          actions={
            <>
              <Button size="small" onClick={() => saveFile('laso-payments.json', recordsOf(open))}>
                Export the records
              </Button>
              {deletion && (
                <Button size="small" onClick={() => setDeleting(true)}>
                  Delete the records…
                </Button>
              )}
            </>
          }
        >
          The records stay on this device, locked, until this account signs in again. Nothing is lost.
        </Notice>
      )}
      {keptCodes(leaving)}
      {read === 'unreadable' && (
        <Notice tone="caution" title="The records of payments could not be read.">
          If there are any, they stay on this device as they are.
        </Notice>
      )}
    </Dialog>
  );
}

/** Its code is fetched where there is something to delete; where it cannot be, keeping and exporting are offered alone. */
function useDeletion(needed: boolean): Deletion | null {
  const [loaded, setLoaded] = useState<Deletion | null>(null);
  useEffect(() => {
    if (needed) import('./delete-payments-dialog.tsx').then(setLoaded, () => undefined);
  }, [needed]);
  return loaded;
}

const allTitle = (count: number): string =>
  count > 1 ? `Sign out of all ${count} accounts?` : 'Sign out everywhere?';
