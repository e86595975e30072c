import { CountdownRing } from './countdown-ring.tsx';
import { useNow } from './use-now.ts';
import { REVEAL_MS } from './use-revealed.ts';

/** The seconds until a revealed secret is hidden again. */
export function RevealCountdown({ hideAtMs }: { hideAtMs: number }) {
  const now = useNow(1_000);
  // The page's clock ticks in whole seconds and may be behind by one.
  const secondsLeft = Math.min(REVEAL_MS / 1_000, Math.ceil((hideAtMs - now) / 1_000));
  return secondsLeft > 0 ? (
    <CountdownRing secondsLeft={secondsLeft} totalSeconds={REVEAL_MS / 1_000} label="Hides in" />
  ) : null;
}
