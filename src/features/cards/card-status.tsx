import { statusWord, type Card, type CardStatus } from '#domain/card.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<CardStatus, Tone> = {
  pending: 'caution',
  queued: 'caution',
  ready: 'positive',
  depleted: 'neutral',
  complete: 'neutral',
  'refund-requested': 'caution',
  refunded: 'neutral',
  archived: 'neutral',
  unknown: 'neutral',
};

/** The card's status as a dot and Laso's word for it. */
export function CardStatusMark({ card }: { card: Pick<Card, 'status' | 'rawStatus'> }) {
  return (
    <StatusMark tone={TONES[card.status]} live={card.status === 'pending'}>
      {statusWord(card)}
    </StatusMark>
  );
}
