import { useQueryClient } from '@tanstack/react-query';
import { useLaso } from '#session/laso-context.ts';
import { cardQueries } from '../queries.ts';
import { logReveal, type RevealAction } from './reveal-log.ts';

/** Notes that a detail of this card was looked at or copied, and brings the list on screen up to date. */
export function useRevealLog(cardId: string): (action: RevealAction) => Promise<void> {
  const laso = useLaso();
  const queryClient = useQueryClient();
  return async (action) => {
    await logReveal(laso.account, cardId, action);
    await queryClient.invalidateQueries({ queryKey: cardQueries.allReveals(laso).queryKey });
  };
}
