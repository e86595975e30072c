type ProgressBarProps = {
  /** What is going on: "Checking the chain". */
  label: string;
  done: number;
  all: number;
  /** The same in words, for everybody: "34 %, 12 payments so far". */
  text: string;
};

/** How far something has come (role progressbar), with the words under it. */
export function ProgressBar({ label, done, all, text }: ProgressBarProps) {
  const percent = all > 0 ? Math.floor((100 * done) / all) : 0;
  return (
    <div className="flex flex-col gap-2">
      <progress aria-label={label} aria-valuetext={text} max={100} value={percent} className="progress" />
      <p aria-hidden="true" className="text-sm text-muted tabular-nums">
        {text}
      </p>
    </div>
  );
}
