import { useCallback, useEffect, useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { Credentials } from '#laso/auth.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { loadWallets } from '#wallets/load-wallets.ts';
import { askForSignature, isStale, signInBySignature } from './mutations.ts';
import { SignInError } from './sign-in-error.ts';
import { SignInProblem } from './sign-in-problem.tsx';
import { askSignature, type SignatureTerms } from './sign-in-terms.ts';
import { SignatureReview } from './signature-review.tsx';

interface SignInFirstProps {
  network: NetworkConfig;
  /** The connected wallet, which has no session here. */
  address: string;
  walletName: string;
  onCredentials: (credentials: Credentials) => Promise<void>;
}

/**
 * Offers the free sign-in in an order's review to a wallet without a session here, so that its card can be
 * looked up when the answer to the payment is lost. Draws nothing when Laso does not offer it, or before that
 * is known: an order never waits for it.
 */
export function SignInFirst({ network, address, walletName, onCredentials }: SignInFirstProps) {
  const config = useConfig();
  const [terms, setTerms] = useState<SignatureTerms | null>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const ask = useCallback(
    (signal?: AbortSignal) =>
      askSignature({ config, network, address, ...(signal && { signal }) }).then(
        (answer) => signal?.aborted || setTerms(answer),
      ),
    [config, network, address],
  );
  useEffect(() => {
    const controller = new AbortController();
    // An offer that cannot be read is none here: the order goes on without it.
    ask(controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [ask]);

  /** A fresh message: the first one may have run out while the review was read. */
  async function askAgain(): Promise<void> {
    setError(null);
    setOpen(true);
    await ask().catch(setError);
  }

  async function sign(shown: SignatureTerms): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      if (isStale(shown)) {
        await ask();
        throw new SignInError('stale');
      }
      const wallets = await loadWallets(network);
      const signature = await askForSignature(wallets, address, shown);
      // Used up from here on, whatever comes.
      setTerms(null);
      await onCredentials(await signInBySignature({ config, address, terms: shown, signature }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  if (!terms && error === null) return null;
  return (
    <Panel title="Sign in with this wallet first" className="rounded-panel border border-hairline p-4">
      <p>
        It is free: one more signature, no payment. Once signed in, this page can look for your card if Laso’s
        answer gets lost after you pay.
      </p>
      <SignInProblem error={error} />
      {open && terms && <SignatureReview terms={terms} walletName={walletName} />}
      <div className="flex flex-wrap gap-3">
        {!open && <Button onClick={() => void askAgain()}>Sign in first</Button>}
        {open && terms && terms.problems.length === 0 && (
          <Button busy={busy} onClick={() => void sign(terms)}>
            Sign in with {walletName}
          </Button>
        )}
        {open && !terms && !busy && <Button onClick={() => void askAgain()}>Try again</Button>}
      </div>
    </Panel>
  );
}
