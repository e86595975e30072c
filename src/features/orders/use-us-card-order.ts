import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { NetworkId } from '#domain/chain.ts';
import type { Credentials } from '#laso/auth.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { payForUsCard } from './mutations.ts';
import type { Payer } from './pay-panel.tsx';
import { quoteUsCard, sameTerms, type UsCardQuote } from './us-card-quote.ts';

export type OrderStage =
  | { at: 'form' }
  | { at: 'review'; quote: UsCardQuote; changed: boolean }
  /** The journal's own row, step by step. */
  | { at: 'paying'; quote: UsCardQuote; row: PaymentSummary | null }
  | { at: 'done'; quote: UsCardQuote; row: PaymentSummary };

interface UsCardOrderOptions {
  accountOnScreen: AccountId | null;
  /** Ids of the cards an account has now; null when it cannot be asked. Tells later which card is new. */
  knownCardIds: (account: AccountId) => Promise<readonly string[] | null>;
  /** The paying wallet's account, from the paid answer. */
  onCredentials: (credentials: Credentials) => Promise<void>;
}

/** The flow form → quote → review → pay → outcome for a U.S. card. Every step before Pay can be gone back from. */
export function useUsCardOrder({ accountOnScreen, knownCardIds, onCredentials }: UsCardOrderOptions) {
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

  const review = (order: { amountCents: number; networkId: NetworkId }) =>
    guarded(async () => setStage({ at: 'review', quote: await quoteUsCard(config, order), changed: false }));

  const pay = (reviewed: UsCardQuote, payer: Payer, acknowledgedRowIds: readonly string[] = []) =>
    guarded(async () => {
      // What the person saw may be minutes old: asked again, and shown again if anything differs (lessons.md R10).
      const networkId = reviewed.trusted.network.id;
      const quote = await quoteUsCard(config, { amountCents: reviewed.amountCents, networkId });
      if (!sameTerms(reviewed, quote)) return setStage({ at: 'review', quote, changed: true });
      const connection = payer.code.connection();
      const checks = connection && quote.offer && (await payer.code.check(connection, quote.offer));
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
          code: payer.code,
          payer: payer.address,
          accountOnScreen,
          knownCardIds: await knownCardIds(accountIdOf(payer.address)).catch(() => null),
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
