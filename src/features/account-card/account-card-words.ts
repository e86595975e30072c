import { ownValue } from '#domain/own-value.ts';
import type { Tone } from '#ui/tone.ts';

const STATUS: Record<string, { word: string; tone: Tone }> = {
  PENDING: { word: 'Pending', tone: 'caution' },
  ACTIVE: { word: 'Active', tone: 'positive' },
  FROZEN: { word: 'Frozen', tone: 'caution' },
  BLOCKED: { word: 'Blocked', tone: 'danger' },
};

/** A status this page does not know is shown as it came. */
export const statusWords = (status: string | null): { word: string; tone: Tone } =>
  ownValue(STATUS, status ?? '') ?? { word: status ?? 'Status unknown', tone: 'neutral' };

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
      'The card program gives a card to verified people only. Verify yourself in its own app, then look again here. This page never asks for your documents.',
  },
  PENDING: {
    title: 'Your identity is being checked.',
    detail:
      'The card program is checking; this usually takes minutes. You do not need to do anything. This page updates automatically.',
  },
  REJECTED: {
    title: 'The card program did not accept your verification.',
    detail: 'Ask its support what was missing, or verify again in its own app. Then look again here.',
  },
};

/** Why this person cannot order; null when they can. Only VERIFIED opens the gate. */
export function gateOf(verificationState: string | null): Gate | null {
  if (verificationState === 'VERIFIED') return null;
  return (
    ownValue(GATES, verificationState ?? '') ?? {
      title: verificationState
        ? `The card program says of your verification: “${verificationState}”.`
        : 'The card program does not say whether you are verified.',
      detail: 'Only verified people can order. Ask the program’s support what to do.',
    }
  );
}
