import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

/** Writing codes into a file is asked first: in it, everybody can read them. */
export function ExportCodes({ count, onExport }: { count: number; onExport: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await onExport().finally(() => setBusy(false));
    setAsking(false);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Export codes</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={count === 1 ? 'Export the code of 1 gift card?' : `Export the codes of ${count} gift cards?`}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void run()}>
              Export in plain text
            </Button>
          </>
        }
      >
        <p>
          The file holds the codes unencrypted: whoever opens it can spend them. Keep it where you keep
          passwords, and delete it from your downloads.
        </p>
      </Dialog>
    </>
  );
}
