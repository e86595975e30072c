/** A small turning arc beside words that say what is going on; still with reduced motion. */
export function Spinner() {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 animate-spin motion-reduce:animate-none"
      fill="none"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6" className="stroke-current opacity-25" />
      <path d="M14 8a6 6 0 0 0-6-6" className="stroke-current" strokeLinecap="round" />
    </svg>
  );
}
