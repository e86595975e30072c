import { classNames } from '#ui/class-names.ts';

/** Opens the links that have no room in the bar of a phone. `current`: the page on screen is one of them. */
export function MoreButton({
  open,
  current,
  onToggle,
}: {
  open: boolean;
  current: boolean;
  onToggle: (open: boolean) => void;
}) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? 'more-navigation' : undefined}
      className={classNames('rail-link w-full cursor-pointer', current && 'current')}
      onClick={() => onToggle(!open)}
      onKeyDown={(event) => event.key === 'Escape' && onToggle(false)}
    >
      More
    </button>
  );
}
