import type { ComponentProps } from 'react';
import { Link } from './link.tsx';
import { classNames } from './class-names.ts';

/** A link inside the app, in running text or in a row. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={classNames('link', className)} />;
}
