import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface UnsavedSecretProps {
  /** What is lost with the tab: "link", "code". */
  what: string;
  /** Rejects while the browser still refuses to store it. */
  saveAgain: () => Promise<void>;
  /** The person has saved it elsewhere. */
  onSaved: () => void;
  /** A button to copy it, where its own place does not have one. */
  copy?: ReactNode;
}

/**
 * The warning above a secret that exists in this page's memory only, because the browser refused to store it.
 */
export function UnsavedSecret({ what, saveAgain, onSaved, copy }: UnsavedSecretProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const again = async () => {
    setBusy(true);
    await saveAgain().catch(() => setRefused(true));
    setBusy(false);
  };
  return (
    <Notice
      tone="danger"
      title={`Not saved: you lose this ${what} when you close this tab.`}
      actions={
        <>
          {copy}
          <Button size="small" busy={busy} onClick={() => void again()}>
            Try saving again
          </Button>
          <Button size="small" onClick={onSaved}>
            I have saved it
          </Button>
        </>
      }
    >
      {refused
        ? 'This browser still refuses. Copy it and save it elsewhere.'
        : 'Copy it and save it elsewhere. Laso does not send it a second time.'}
    </Notice>
  );
}
