import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { AccountId } from '#domain/account.ts';
import type { Credentials } from '#laso/auth.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { payForUsCard } from './mutations.ts';
import type { Payer } from './pay-panel.tsx';
import { checkBeforePaying } from './queries.ts';
import { quoteUsCard, sameTerms, type UsCardQuote } from './us-card-quote.ts';

export type OrderStage =
  | { at: 'form' }
  | { at: 'review'; quote: UsCardQuote; changed: boolean }
  /** The journal's own row, step by step. */
  | { at: 'paying'; quote: UsCardQuote; row: PaymentSummary | null }
  | { at: 'done'; quote: UsCardQuote; row: PaymentSummary };

interface UsCardOrderOptions {
  accountOnScreen: AccountId | null;
  /** The paying wallet's account, from the paid answer. */
  onCredentials: (credentials: Credentials) => Promise<void>;
}

/** The flow form → quote → review → pay → outcome for a U.S. card. Every step before Pay can be gone back from. */
export function useUsCardOrder({ accountOnScreen, onCredentials }: UsCardOrderOptions) {
  const config = useConfig();
  const [stage, setStage] = useState<OrderStage>({ at: 'form' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function guarded(work: () => Promise<void>): Promise<void> {
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

  const review = (amountCents: number) =>
    guarded(async () =>
      setStage({ at: 'review', quote: await quoteUsCard(config, amountCents), changed: false }),
    );

  const pay = (reviewed: UsCardQuote, payer: Payer, acknowledgedRowIds: readonly string[] = []) =>
    guarded(async () => {
      // What the person saw may be minutes old: asked again, and shown again if anything differs (lessons.md R10).
      const quote = await quoteUsCard(config, reviewed.amountCents);
      if (!sameTerms(reviewed, quote)) return setStage({ at: 'review', quote, changed: true });
      const connection = payer.evm.wallets.currentConnection();
      const checks =
        connection &&
        (await checkBeforePaying(payer.evm, connection, String(quote.offer?.amountAtomic ?? 0n)));
      if (
        !checks ||
        connection.address !== payer.address ||
        checks.findings.some(({ level }) => level === 'stop')
      )
        return setStage({ at: 'review', quote, changed: false });
      try {
        const {
          row,
          credentials,
          error: problem,
        } = await payForUsCard({
          quote,
          ...payer,
          payer: payer.address,
          accountOnScreen,
          acknowledgedRowIds,
          onRow: (step) => setStage({ at: 'paying', quote, row: step }),
        });
        if (row.state === 'not-charged') setStage({ at: 'review', quote, changed: false });
        else setStage({ at: 'done', quote, row });
        setError(problem);
        // Whatever becomes of the session, the order is made: it must never lead back to a Pay button.
        if (credentials) void onCredentials(credentials).catch(() => undefined);
      } catch (caught) {
        setStage({ at: 'review', quote, changed: false });
        throw caught;
      }
    });

  const back = () => {
    setError(null);
    setStage({ at: 'form' });
  };
  return { stage, busy, error, review, pay, back };
}
