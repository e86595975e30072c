import { useEffect } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { Card } from '#domain/card.ts';
import { dayOfWhen, formatDay, type When } from '#domain/day.ts';
import { formatUsd } from '#domain/money.ts';
import { refundTimes } from '#domain/refund-times.ts';
import { refundCase } from '#domain/signals/late-cards.ts';
import { supportLines } from '#domain/support-case.ts';
import { firstSeenOf, useFirstSeen } from '#storage/first-seen.ts';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { SupportRequest } from '#ui/support-request.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useNow } from '#ui/use-now.ts';
import { noteWaiting } from '../note-waiting.ts';

/** A refund that is waited for: since when, as far as that can be known, what is usual, and the text for support. */
export function RefundProgress({ card }: { card: Card }) {
  const { supportEmail } = useConfig();
  const now = useNow(60_000);
  const seen = useFirstSeen(({ byAccount }) => byAccount);
  useEffect(() => noteWaiting(card.accountId, [card]), [card]);
  const firstSeen = firstSeenOf(seen, card.accountId);
  const { byMs, notBefore } = refundTimes(card, firstSeen);
  const approved = card.state === 'refund-requested-approved-for-queue';
  const amount = card.usdAmountCents === null ? '' : ` of this ${formatUsd(card.usdAmountCents)} card`;
  return (
    <Panel title="Refund requested" raised>
      <Timeline
        label="Progress of the refund"
        steps={[
          {
            key: 'requested',
            label: `Refund${amount} requested`,
            state: 'done',
            detail: earliest(notBefore),
            time: byMs !== null && (
              <>
                seen here since <RelativeTime ms={byMs} />
              </>
            ),
          },
          {
            key: 'waiting',
            label: approved ? 'Approved; waiting to be refunded' : 'Waiting for Laso',
            state: 'current',
            detail: 'Laso names no usual time for a refund. After a week it is worth asking.',
          },
          { key: 'refunded', label: 'Refunded', state: 'todo' },
        ]}
      />
      <SupportRequest
        supportEmail={supportEmail}
        text={supportLines(refundCase(card, now, firstSeen), card.accountId).join('\n')}
      />
    </Panel>
  );
}

const earliest = (notBefore: When | null): string =>
  notBefore === null
    ? 'Laso does not say when.'
    : `Laso does not say when. It was not before ${formatDay(dayOfWhen(notBefore))}, the card’s order or last transaction.`;
