import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';

interface PutAsideDialogProps {
  open: boolean;
  onClose: () => void;
  onPutAside: (reason: string) => void;
}

/** Putting a payment of open end aside takes a reason: it is kept with the record. */
export function PutAsideDialog({ open, onClose, onPutAside }: PutAsideDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = () => {
    if (reason.trim() === '') return setProblem('Say why, so that it makes sense later.');
    onPutAside(reason.trim());
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Dismiss this payment?"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={confirm}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        Its record stays here, but this page stops checking it. The money may have been paid: do this once you
        have settled it another way, for instance with Laso support.
      </p>
      <TextField
        label="Reason"
        value={reason}
        maxLength={500}
        error={problem}
        onChange={(event) => {
          setReason(event.target.value);
          setProblem(null);
        }}
      />
    </Dialog>
  );
}
