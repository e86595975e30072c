import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

interface FreezeDialogProps {
  /** What it would become. */
  frozen: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

export function FreezeDialog({ frozen, onConfirm, onCancel }: FreezeDialogProps) {
  return (
    <Dialog
      open
      onClose={onCancel}
      title={frozen ? 'Freeze this card?' : 'Unfreeze this card?'}
      actions={
        <>
          <Button onClick={onCancel}>Leave it as it is</Button>
          <Button variant="primary" onClick={onConfirm}>
            {frozen ? 'Freeze card' : 'Unfreeze card'}
          </Button>
        </>
      }
    >
      <p>
        {frozen
          ? 'Every payment with it is declined until you unfreeze it, subscriptions too. The money stays where it is, and you can undo this at any time.'
          : 'Payments with it go through again at once, including those that merchants charge automatically.'}
      </p>
    </Dialog>
  );
}
