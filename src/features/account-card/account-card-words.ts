import type { Tone } from '#ui/tone.ts';

const STATUS: Record<string, { word: string; tone: Tone }> = {
  PENDING: { word: 'Pending', tone: 'caution' },
  ACTIVE: { word: 'Active', tone: 'positive' },
  FROZEN: { word: 'Frozen', tone: 'caution' },
  BLOCKED: { word: 'Blocked', tone: 'danger' },
};

/** A status this page does not know is shown as it came. */
export const statusWords = (status: string): { word: string; tone: Tone } =>
  STATUS[status] ?? { word: status, tone: 'neutral' };

/** Only virtual cards exist; another type is shown as it came. */
export const typeWords = (type: string | null): string => (type === 'VIRTUAL' ? 'Virtual' : (type ?? '—'));

interface Gate {
  title: string;
  detail: string;
}

const GATES: Record<string, Gate> = {
  UNVERIFIED: {
    title: 'Your identity is not verified yet.',
    detail:
      'The card programme gives a card to verified people only. Verify yourself in its own app, then look again here. This page never asks for your documents.',
  },
  PENDING: {
    title: 'Your identity is being checked.',
    detail:
      'The card programme is at it; this usually takes minutes. Nothing is left for you to do. This page looks again by itself.',
  },
  REJECTED: {
    title: 'The card programme did not accept your verification.',
    detail: 'Ask its support what was missing, or verify again in its own app. Then look again here.',
  },
};

/** Why this person cannot order; null when they can. Only VERIFIED opens the gate. */
export function gateOf(verificationState: string | null): Gate | null {
  if (verificationState === 'VERIFIED') return null;
  return (
    GATES[verificationState ?? ''] ?? {
      title: verificationState
        ? `The card programme says of your verification: “${verificationState}”.`
        : 'The card programme does not say whether you are verified.',
      detail: 'Only verified people can order. Ask the programme’s support what to do.',
    }
  );
}
