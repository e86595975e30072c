import type { Secret } from '#domain/secret.ts';
import { useAskToClear } from './clipboard-question.ts';

/** How long a copied card detail may stay on the clipboard (product.md §3). */
export const CLIPBOARD_MS = 60_000;

/** In memory only, to be compared with the clipboard. */
let copied: Secret | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A card detail went to the clipboard: in 60 s it is cleared, or the person is asked to. */
export function guardCopied(secret: Secret): void {
  stopWaiting();
  copied = secret;
  useAskToClear.setState({ copied: true, askToClear: false });
  timer = setTimeout(() => void clearIfOurs(), CLIPBOARD_MS);
}

/** For the button: within a click every browser allows it. Rejects when this one does not. */
export async function clearClipboard(): Promise<void> {
  await navigator.clipboard.writeText('');
  forget(false);
}

/** Looks only where that needs no permission prompt, and takes away only what is still ours. */
async function clearIfOurs(): Promise<void> {
  const secret = copied;
  if (!secret) return;
  try {
    // Not in TypeScript's list of names, and browsers without it throw: then nothing may be read.
    const permission = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    if (permission.state !== 'granted') return forget(true);
    if (!document.hasFocus()) return lookAgainOnFocus();
    const text = await navigator.clipboard.readText();
    if (copied !== secret) return undefined;
    if (text === secret.reveal()) await navigator.clipboard.writeText('');
    return forget(false);
  } catch {
    return forget(true);
  }
}

/** A page without focus may not read the clipboard: it is asked about until the person comes back. */
function lookAgainOnFocus(): void {
  useAskToClear.setState({ askToClear: true });
  addEventListener('focus', clearIfOurs, { once: true });
}

function forget(askToClear: boolean): void {
  stopWaiting();
  copied = null;
  useAskToClear.setState({ askToClear });
}

function stopWaiting(): void {
  clearTimeout(timer);
  removeEventListener('focus', clearIfOurs);
}
