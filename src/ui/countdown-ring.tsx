type CountdownRingProps = {
  secondsLeft: number;
  totalSeconds: number;
  /** What happens at zero: "Hides in". */
  label: string;
};

const RADIUS = 12;
const LENGTH = 2 * Math.PI * RADIUS;

/** Seconds left, as a number within a ring that empties. A `timer` is not announced each second. */
export function CountdownRing({ secondsLeft, totalSeconds, label }: CountdownRingProps) {
  const part = Math.max(0, Math.min(1, secondsLeft / totalSeconds));
  return (
    <span
      role="timer"
      aria-label={`${label} ${secondsLeft} seconds`}
      className="relative inline-grid size-8 place-items-center text-current"
    >
      <svg
        viewBox="0 0 28 28"
        className="absolute inset-0 -rotate-90 fill-none"
        strokeWidth="2"
        aria-hidden="true"
      >
        <circle cx="14" cy="14" r={RADIUS} className="stroke-current opacity-25" />
        <circle
          cx="14"
          cy="14"
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - part)}
          strokeLinecap="round"
          className="stroke-current transition-[stroke-dashoffset] duration-1000 ease-linear motion-reduce:transition-none"
        />
      </svg>
      <span aria-hidden="true" className="text-xs font-medium tabular-nums">
        {secondsLeft}
      </span>
    </span>
  );
}
