import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Card } from '#domain/card.ts';
import { explainError } from '#laso/explain-error.ts';
import { useLaso } from '#laso/laso-context.ts';
import { refreshCardData } from '#laso/refresh-card-data.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { cardQueries } from './queries.ts';
import { noteRefresh, readRefreshes, refreshAllowance } from './refresh-limits.ts';

/** Asks Laso to read the balance anew, within the provider's limits, which are shown before they are hit. */
export function RefreshBalance({ card }: { card: Card }) {
  const laso = useLaso();
  const queryClient = useQueryClient();
  const now = useNow(1_000);
  const [requests, setRequests] = useState(() => readRefreshes(card.id));
  const mutation = useMutation({
    mutationFn: () => refreshCardData(laso.client, laso.account, card),
    onSuccess: () => {
      const at = Date.now();
      noteRefresh(card.id, at);
      setRequests((earlier) => [...earlier, at]);
      return queryClient.invalidateQueries({ queryKey: cardQueries.all(laso.account) });
    },
  });
  const { waitMs, leftToday } =
    card.type === 'us' ? refreshAllowance(requests, now) : { waitMs: 0, leftToday: null };
  const awaited = card.balanceUpdateRequestedAtMs !== null;

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="small"
          busy={mutation.isPending}
          disabled={waitMs > 0 || awaited}
          onClick={() => mutation.mutate()}
        >
          Refresh balance
        </Button>
        <span className="text-sm text-muted">
          {awaited && 'An update was asked for; a person does it within 24 hours.'}
          {!awaited && waitMs > 0 && `Again in ${clock(waitMs)}.`}
          {!awaited && waitMs === 0 && leftToday !== null && leftToday < 24 && `${leftToday} left today.`}
        </span>
      </div>
      {mutation.isSuccess && waitMs > 0 && (
        <Notice tone="info">
          {mutation.data.message || 'Laso was asked for the newest balance. It shows here when it is there.'}
        </Notice>
      )}
      {mutation.isError && <RefreshError error={mutation.error} />}
    </div>
  );
}

function RefreshError({ error }: { error: unknown }) {
  const { title, detail } = explainError(error);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}

/** 272000 → "4:32". */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
