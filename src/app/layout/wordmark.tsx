import { Link } from '#ui/link.tsx';

/** The name, with a small mark: a card, and the part of it that is left. */
export function Wordmark() {
  return (
    <Link
      to="/"
      className="inline-flex min-h-8 items-center gap-2.5 whitespace-nowrap font-semibold text-ink no-underline"
    >
      <svg viewBox="0 0 24 16" className="h-4 w-6" aria-hidden="true">
        <rect width="24" height="16" rx="3" className="fill-accent" />
        <rect x="4" y="10.5" width="16" height="1.5" rx=".75" className="fill-on-accent opacity-40" />
        <rect x="4" y="10.5" width="9" height="1.5" rx=".75" className="fill-on-accent" />
      </svg>
      Laso Dashboard
    </Link>
  );
}
