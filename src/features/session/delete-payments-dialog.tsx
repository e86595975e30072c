import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { countAndSum, type OpenPayment } from './open-payment.ts';

interface DeletePaymentsDialogProps {
  payments: readonly OpenPayment[];
  /** All of them are gone. */
  onDeleted: () => void;
  onCancel: () => void;
}

type Step = 'first' | 'second' | 'deleting' | 'failed';

/** Deleting records of money that may be on its way is asked twice, with the sum named each time (product.md §1). */
export function DeletePaymentsDialog({ payments, onDeleted, onCancel }: DeletePaymentsDialogProps) {
  const [step, setStep] = useState<Step>('first');
  const { count, sum } = countAndSum(payments);

  async function erase(): Promise<void> {
    setStep('deleting');
    const outcomes = await Promise.allSettled(payments.map((payment) => payment.remove()));
    if (outcomes.every(({ status }) => status === 'fulfilled')) onDeleted();
    else setStep('failed');
  }

  const back = <Button onClick={onCancel}>Keep the records</Button>;
  if (step === 'first')
    return (
      <Dialog
        open
        onClose={onCancel}
        title={`Delete the records of ${count}, ${sum}?`}
        actions={
          <>
            {back}
            <Button onClick={() => setStep('second')}>Continue to delete</Button>
          </>
        }
      >
        <p>
          It is not known yet whether this money was taken. The records are the only proof on this device, and
          without them this page cannot find out, send a signed payment again, or warn before you pay twice.
        </p>
      </Dialog>
    );
  return (
    <Dialog
      // A dialog of its own: its title is read out, and the focus is not left where "Continue" was.
      key="second"
      open
      onClose={onCancel}
      title={`Delete for good: ${sum}?`}
      actions={
        <>
          {back}
          <Button variant="danger" busy={step === 'deleting'} onClick={() => void erase()}>
            Delete for good and sign out
          </Button>
        </>
      }
    >
      <p>{`The records of ${count} (${sum}) are removed from this device and cannot be brought back. No payment is undone by this.`}</p>
      {step === 'failed' && (
        <Notice tone="danger" title="Not all records could be deleted.">
          A payment may be under way in another tab, or this browser refuses. You are still signed in. Finish
          there, then try again.
        </Notice>
      )}
    </Dialog>
  );
}
