import type { Merchant, MerchantStatus } from '#domain/merchant.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import type { Tone } from '#ui/tone.ts';

const WORDS: Record<MerchantStatus, { word: string; tone: Tone }> = {
  accepted: { word: 'Accepted', tone: 'positive' },
  'not-accepted': { word: 'Not accepted', tone: 'danger' },
  unknown: { word: 'Unknown', tone: 'neutral' },
};

/** The contract's words, and any other as Laso writes it; "Unknown" is untried, not refused. */
export function MerchantStatusMark({
  merchant: { status, otherStatus },
}: {
  merchant: Pick<Merchant, 'status' | 'otherStatus'>;
}) {
  const { word, tone } = WORDS[status];
  return <StatusMark tone={tone}>{otherStatus ?? word}</StatusMark>;
}
