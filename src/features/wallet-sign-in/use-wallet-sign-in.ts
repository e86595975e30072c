import { useCallback, useEffect, useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { AccountId } from '#domain/account.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';
import type { Credentials } from '#laso/auth.ts';
import { sameTerms } from '#payments/quote/same-terms.ts';
import { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { useOneAtATime } from '#ui/use-one-at-a-time.ts';
import { quoteAuth, type AuthQuote } from './auth-quote.ts';
import { askForSignature, isStale, signInByPayment, signInBySignature } from './mutations.ts';
import { SignInError } from './sign-in-error.ts';
import { askTerms, type SignatureTerms, type SignInTerms } from './sign-in-terms.ts';
import type { WalletPort } from '#wallets/wallet-port.ts';

interface WalletSignInOptions {
  wallets: WalletPort;
  address: string;
  accountOnScreen: AccountId | null;
  onCredentials: (credentials: Credentials) => Promise<void>;
}

/** Asks how the wallet can sign in, then signs in once for each press of the button, never by itself. */
export function useWalletSignIn({ wallets, address, accountOnScreen, onCredentials }: WalletSignInOptions) {
  const config = useConfig();
  const [terms, setTerms] = useState<SignInTerms | null>(null);
  const { busy, error, setError, run } = useOneAtATime();
  const [row, setRow] = useState<PaymentSummary | null>(null);
  const { network } = wallets;

  const ask = useCallback(
    (signal?: AbortSignal) =>
      askTerms({ config, network, address, ...(signal && { signal }) }).then(
        (answer) => signal?.aborted || setTerms(answer),
        (caught: unknown) => signal?.aborted || setError(caught),
      ),
    [config, network, address, setError],
  );
  useEffect(() => {
    const controller = new AbortController();
    void ask(controller.signal);
    return () => controller.abort();
  }, [ask]);

  const askAgain = () => run(() => ask().then(() => undefined));

  const sign = (shown: SignatureTerms) =>
    run(async () => {
      if (isStale(shown)) {
        await ask();
        throw new SignInError('stale');
      }
      const signature = await askForSignature(wallets, address, shown);
      // From here on the message is used up, whatever comes.
      setTerms(null);
      await onCredentials(await signInBySignature({ config, address, terms: shown, signature }));
    });

  const pay = (shown: AuthQuote, acknowledgedRowIds: readonly string[] = []) =>
    run(async () => {
      // What the person saw may be minutes old (lessons.md R10).
      const quote = await quoteAuth(config, network);
      if (!sameTerms(shown, quote)) {
        setTerms({ kind: 'payment', quote });
        throw new SignInError('changed');
      }
      if (wallets.changeNetwork && wallets.connection()?.chainId !== BASE_CHAIN_ID)
        await wallets.changeNetwork();
      const payer = { ...wallets.connection(), address };
      const checks = quote.offer && (await wallets.checkPayment(payer, quote.offer));
      const stop = checks?.findings.find(({ level }) => level === 'stop');
      if (stop) throw new PaymentError('state', `${stop.sentence} Nothing was signed.`);
      const order = { config, wallets, address, quote, accountOnScreen, acknowledgedRowIds };
      const paid = await signInByPayment({ ...order, onRow: setRow }).catch((caught: unknown) => {
        // Nothing was sent: back to the review.
        setRow(null);
        throw caught;
      });
      setError(paid.error);
      // "Not charged" leads back to the review; anything else never leads back to a Pay button.
      if (paid.row.state === 'not-charged') setRow(null);
      if (paid.credentials) await onCredentials(paid.credentials);
    });

  const mayRepeat = error instanceof PaymentError && error.kind === 'possible-repeat' ? error.rowIds : [];
  return { terms, busy, error, row, mayRepeat, sign, pay, askAgain };
}
