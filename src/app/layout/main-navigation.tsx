import { useState } from 'react';
import { useLocation } from 'react-router';
import { NavigationLink } from '#ui/link.tsx';
import { MoreButton } from './more-button.tsx';

export type NavigationEntry = { to: string; label: string; section?: string };

const ON_PHONE = 4;

/** The one navigation "Main": a rail of words on wide screens, a bar at the bottom on phones (four links, the rest behind More). */
export function MainNavigation({ entries }: { entries: readonly NavigationEntry[] }) {
  const { pathname } = useLocation();
  // Open on one page only: going to another closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const more = openAt === pathname;
  const rest = entries.slice(ON_PHONE);
  return (
    <nav aria-label="Main" className="main-navigation">
      <ul className="bar">
        {entries.map((entry, index) => (
          <li key={entry.to} className={index >= ON_PHONE ? 'max-md:hidden' : undefined}>
            <NavigationLink
              to={entry.to}
              end={entry.to === '/'}
              section={entry.section}
              className="rail-link"
            >
              {entry.label}
            </NavigationLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="md:hidden">
            <MoreButton
              open={more}
              current={rest.some((entry) => pathname.startsWith(entry.to))}
              onToggle={(open) => setOpenAt(open ? pathname : null)}
            />
          </li>
        )}
      </ul>
      {more && (
        <ul id="more-navigation" className="more-sheet md:hidden">
          {rest.map((entry) => (
            <li key={entry.to}>
              <NavigationLink to={entry.to} className="rail-link">
                {entry.label}
              </NavigationLink>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
