import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Card } from '#domain/card.ts';
import { useLaso } from '#session/laso-context.ts';
import { refreshCardData } from '#laso/refresh-card-data.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { cardQueries } from '../queries.ts';
import {
  noteRefresh,
  noteRefusedUntil,
  readRefreshes,
  readRefusedUntil,
  refreshAllowance,
  REFRESHES_PER_DAY,
} from './refresh-limits.ts';
import { explainRefresh, waitToldMs } from './refresh-problem.ts';

const readLimits = (cardId: string) => ({
  requests: readRefreshes(cardId),
  refusedUntilMs: readRefusedUntil(cardId),
});

/** Asks Laso to read the balance anew, within the provider's limits, which are shown before they are hit. */
export function RefreshBalance({ card }: { card: Card }) {
  const laso = useLaso();
  const queryClient = useQueryClient();
  const now = useNow(1_000);
  const [limits, setLimits] = useState(() => readLimits(card.id));
  const mutation = useMutation({
    mutationFn: () => refreshCardData(laso.client, laso.account, card),
    onSuccess: () => {
      noteRefresh(card.id, Date.now());
      return queryClient.invalidateQueries({ queryKey: cardQueries.all(laso.account) });
    },
    onError: (error) => {
      const toldMs = waitToldMs(error);
      if (toldMs !== null) noteRefusedUntil(card.id, Date.now() + toldMs);
    },
    // Another tab may have asked too: what is stored is what counts.
    onSettled: () => setLimits(readLimits(card.id)),
  });
  const { waitMs, leftToday } =
    card.type === 'us'
      ? refreshAllowance(limits.requests, now, limits.refusedUntilMs)
      : { waitMs: 0, leftToday: REFRESHES_PER_DAY };
  const awaited = card.balanceUpdateRequestedAtMs !== null;
  // "Try again in …" is over when the countdown is.
  const outdated = waitMs === 0 && waitToldMs(mutation.error) !== null;

  return (
    <div className="flex max-w-100 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="small"
          busy={mutation.isPending}
          aria-disabled={waitMs > 0 || awaited}
          onClick={() => mutation.mutate()}
        >
          Refresh balance
        </Button>
        <span className="text-sm text-muted tabular-nums">
          {awaited && 'Requested. A person at Laso does it within 24 hours.'}
          {!awaited && waitMs > 0 && `You can refresh again in ${clock(waitMs)}. `}
          {!awaited &&
            leftToday < REFRESHES_PER_DAY &&
            `${leftToday} of ${REFRESHES_PER_DAY} left in 24 hours.`}
        </span>
      </div>
      {mutation.isSuccess && !awaited && (card.type !== 'us' || waitMs > 0) && (
        <Notice tone="info">Laso was asked for the latest balance. It will appear here.</Notice>
      )}
      {mutation.isError && !outdated && <RefreshError error={mutation.error} />}
    </div>
  );
}

function RefreshError({ error }: { error: unknown }) {
  const { title, detail } = explainRefresh(error);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}

/** 272000 → "4:32", 40000000 → "11 h 7 min". */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
