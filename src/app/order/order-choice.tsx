import { NavigationLink } from '#ui/link.tsx';
import { paths } from '#config/paths.ts';

const CARDS = [
  { to: paths.orderUsCard, name: 'U.S. card', what: 'U.S. merchants. Ready in ten seconds, no fee.' },
  {
    to: paths.orderIntlCard,
    name: 'International card',
    what: 'Any merchant. Up to 24 hours, usually 3.8% on top.',
  },
] as const;

/** Which card to order: two pages, so links rather than a field. */
export function OrderChoice() {
  return (
    <nav aria-label="Kind of card" className="max-w-120">
      <ul className="grid gap-2 sm:grid-cols-2">
        {CARDS.map(({ to, name, what }) => (
          <li key={to}>
            <NavigationLink
              to={to}
              className="flex h-full min-h-11 flex-col rounded-control border border-control bg-surface px-3 py-2.5 transition-colors duration-150 hover:border-ink aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
            >
              <span className="font-medium">{name}</span>
              <span className="text-sm text-muted">{what}</span>
            </NavigationLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
