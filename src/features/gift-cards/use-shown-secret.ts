import { useCallback, useEffect, useState } from 'react';
import type { VaultSecret } from '#storage/vault-cipher.ts';

/** How long a code stays in sight. Longer than a card number: it is read out to a shop, or written down. */
export const SHOWN_MS = 60_000;

/** A secret in this component's state while it is in sight: gone after a minute, when the tab is hidden, on leaving the page. */
export function useShownSecret(read: () => Promise<VaultSecret>) {
  const [secret, setSecret] = useState<VaultSecret | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const hide = useCallback(() => setSecret(null), []);

  async function reveal(): Promise<void> {
    setPending(true);
    setError(null);
    try {
      const found = await read();
      if (!document.hidden) setSecret(found);
    } catch (caught) {
      setError(caught);
    } finally {
      setPending(false);
    }
  }

  useEffect(() => {
    if (!secret) return undefined;
    const timer = setTimeout(hide, SHOWN_MS);
    const onHidden = () => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('pagehide', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', hide);
    };
  }, [secret, hide]);

  return { secret, error, pending, reveal, hide };
}
