import { useRef } from 'react';
import type { Secret } from '#domain/secret.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { guardCopied } from './clipboard-guard.ts';

interface CopySecretProps {
  /** The accessible name, beginning with "Copy". */
  label: string;
  /** What is seen on the button. */
  words: string;
  /** Asked at the click; the result goes to the clipboard and its guard, never to the page. */
  read: () => Promise<Secret>;
  /** With the error, or null when the text is on the clipboard. */
  onDone: (error: unknown) => void;
}

/** Copies a card detail that is not on screen. */
export function CopySecret({ label, words, read, onDone }: CopySecretProps) {
  const fetched = useRef<Secret | null>(null);
  return (
    <CopyButton
      label={label}
      getText={async () => {
        fetched.current = await read();
        return fetched.current.reveal();
      }}
      onCopied={() => {
        if (fetched.current) guardCopied(fetched.current);
        fetched.current = null;
        onDone(null);
      }}
      onFailed={(error) => {
        fetched.current = null;
        onDone(error);
      }}
    >
      {words}
    </CopyButton>
  );
}
