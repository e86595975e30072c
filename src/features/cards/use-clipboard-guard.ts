import { useCallback, useEffect, useState } from 'react';
import type { Secret } from '#domain/secret.ts';

/** How long a copied card detail may stay on the clipboard (product.md §3). */
export const CLIPBOARD_MS = 60_000;

interface Copied {
  secret: Secret;
  clearAtMs: number;
}

/**
 * After 60 s the clipboard is cleared, but only where looking needs no permission prompt and the text is still ours; else `askToClear` turns
 * true, and the page offers a button. The copied text stays in memory until then, to be compared.
 */
export function useClipboardGuard() {
  const [copied, setCopied] = useState<Copied | null>(null);
  const [askToClear, setAskToClear] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(
      () => {
        void clearIfOurs(copied.secret).then((result) => {
          setCopied(null);
          setAskToClear(result === 'must-ask');
        });
      },
      Math.max(0, copied.clearAtMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [copied]);

  const onCopied = useCallback((secret: Secret) => {
    setAskToClear(false);
    setCopied({ secret, clearAtMs: Date.now() + CLIPBOARD_MS });
  }, []);

  const clear = useCallback(async () => {
    await navigator.clipboard.writeText('');
    setAskToClear(false);
  }, []);

  return { onCopied, askToClear, clear };
}

async function clearIfOurs(secret: Secret): Promise<'done' | 'must-ask'> {
  try {
    // Not in TypeScript's list of names, and browsers without it throw: then nothing may be read.
    const permission = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    if (permission.state !== 'granted') return 'must-ask';
    if ((await navigator.clipboard.readText()) === secret.reveal()) await navigator.clipboard.writeText('');
    return 'done';
  } catch {
    return 'must-ask';
  }
}
