import { useState } from 'react';
import { StorageSilent } from '#storage/storage-wait.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';

interface EraseTwiceProps {
  /** "1 gift card code": what is deleted, with its number. */
  what: string;
  /** What its owner loses. */
  warning: string;
  /** Rejects when not all of it could be deleted. */
  erase: () => Promise<void>;
  onErased: () => void;
  onCancel: () => void;
}

type Step = 'first' | 'second' | 'deleting' | 'failed';

/** Deleting what is worth money is asked twice (product.md §1). */
export function EraseTwice({ what, warning, erase, onErased, onCancel }: EraseTwiceProps) {
  const [step, setStep] = useState<Step>('first');
  const [waits, setWaits] = useState<string | null>(null);
  const run = () => {
    setStep('deleting');
    erase().then(onErased, (error: unknown) => {
      setWaits(error instanceof StorageSilent ? error.message : null);
      setStep('failed');
    });
  };
  const back = <Button onClick={onCancel}>Keep them</Button>;
  if (step === 'first')
    return (
      <Dialog
        open
        onClose={onCancel}
        title={`Delete ${what}?`}
        actions={
          <>
            {back}
            <Button onClick={() => setStep('second')}>Continue to delete</Button>
          </>
        }
      >
        <p>{warning}</p>
      </Dialog>
    );
  return (
    <Dialog
      // A dialog of its own: its title is read out, and the focus is not left where "Continue" was.
      key="second"
      open
      onClose={onCancel}
      title={`Delete ${what} for good?`}
      actions={
        <>
          {back}
          <Button variant="danger" busy={step === 'deleting'} onClick={run}>
            Delete for good
          </Button>
        </>
      }
    >
      <p>They are removed from this device and cannot be brought back, not even by Laso.</p>
      {step === 'failed' && (
        <Notice tone="danger" title="Not all of them could be deleted.">
          {waits
            ? `${waits} What is left may be deleted by itself once that is done; otherwise try again.`
            : 'This browser refuses right now. What is left is still kept. Try again.'}
        </Notice>
      )}
    </Dialog>
  );
}
