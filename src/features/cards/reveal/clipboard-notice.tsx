import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { clearClipboard } from './clipboard-guard.ts';
import { useAskToClear } from './clipboard-question.ts';

/** Shown on whatever page the person has gone to, once the page may not clear the clipboard by itself. */
export function ClipboardNotice() {
  const { askToClear } = useAskToClear();
  const [refused, setRefused] = useState(false);
  if (!askToClear) return null;
  const clear = () =>
    clearClipboard().then(
      () => setRefused(false),
      () => setRefused(true),
    );
  return (
    <Notice
      tone="caution"
      title="A card detail may still be on the clipboard."
      actions={
        <Button size="small" onClick={() => void clear()}>
          Clear clipboard
        </Button>
      }
    >
      {refused
        ? 'The browser did not allow it. Copy any other text to replace it.'
        : 'This page cannot check it without asking for permission.'}
    </Notice>
  );
}
