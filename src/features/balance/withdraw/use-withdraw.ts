import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Laso } from '#session/laso-context.ts';
import { sendWithdrawal, type WithdrawalOrder, type WithdrawalOutcome } from './mutations.ts';
import { balanceQueries } from '../queries.ts';
import { withdrawalQueries } from '../withdrawal-queries.ts';

/** Sends a withdrawal; a second call while one is on its way does nothing. */
export function useWithdraw(laso: Laso) {
  const queryClient = useQueryClient();
  // A second click of the same moment comes before React has drawn the first one.
  const sending = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [outcome, setOutcome] = useState<WithdrawalOutcome | null>(null);
  const [made, setMade] = useState(0);

  async function send(order: Omit<WithdrawalOrder, 'laso' | 'locks'>): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    setIsSending(true);
    setOutcome(null);
    try {
      const result = await sendWithdrawal({ ...order, laso });
      setOutcome(result);
      if (result.kind === 'made') setMade((count) => count + 1);
    } finally {
      sending.current = false;
      setIsSending(false);
      for (const { queryKey } of [
        balanceQueries.current(laso),
        withdrawalQueries.history(laso),
        withdrawalQueries.records(laso),
      ])
        void queryClient.invalidateQueries({ queryKey });
    }
  }
  return { isSending, outcome, made, send, forget: () => setOutcome(null) };
}
