import { useState } from 'react';

/**
 * Runs one piece of work at a time: `run` does nothing while another one is running. `error` is what the last
 * one threw, until the next one starts; `setError` is for an error that the work returns instead of throwing.
 */
export function useOneAtATime() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, setError, run };
}
