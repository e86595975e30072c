import type { MerchantStatus } from '#domain/merchant.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import type { Tone } from '#ui/tone.ts';

const WORDS: Record<MerchantStatus, { word: string; tone: Tone }> = {
  accepted: { word: 'Accepted', tone: 'positive' },
  'not-accepted': { word: 'Not accepted', tone: 'danger' },
  unknown: { word: 'Unknown', tone: 'neutral' },
};

/** The contract's words; "Unknown" is untried, not refused. */
export function MerchantStatusMark({ status }: { status: MerchantStatus }) {
  const { word, tone } = WORDS[status];
  return <StatusMark tone={tone}>{word}</StatusMark>;
}
