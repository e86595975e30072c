import type { ComponentProps } from 'react';
import { Link } from './link.tsx';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts';

type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
};

/** A link inside the app that looks like a button. */
export function ButtonLink({ variant = 'secondary', size = 'regular', className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(variant, size, className)} />;
}
