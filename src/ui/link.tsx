import type { ComponentProps } from 'react';
import { useHref, useLinkClickHandler, useLocation, useResolvedPath } from 'react-router';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** A path of this app. */
  to: string;
};

/**
 * A link inside the app, made of the router's hooks. react-router's own `Link` includes prefetching: 3 kB
 * gzip in the first load that nothing here uses.
 */
export function Link({ to, onClick, target, ...rest }: LinkProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to, target === undefined ? {} : { target });
  return (
    // oxlint-disable-next-line jsx-a11y/anchor-has-content -- its content comes with the props
    <a
      {...rest}
      href={href}
      {...(target !== undefined && { target })}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    />
  );
}

type NavigationLinkProps = LinkProps & {
  /** Marked only while its very page is on screen. */
  end?: boolean | undefined;
  /** "/order/": marked on every page under it too. */
  section?: string | undefined;
};

/** A link of the navigation: marked while its page, or one below it, is on screen. */
export function NavigationLink({ to, end = false, section, ...rest }: NavigationLinkProps) {
  const { pathname } = useLocation();
  const { pathname: own } = useResolvedPath(to);
  const here = pathname === own || (!end && pathname.startsWith(section ?? `${own}/`));
  return <Link {...rest} to={to} aria-current={here ? 'page' : undefined} />;
}
