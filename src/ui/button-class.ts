import { classNames } from './class-names.ts';

/** `primary` is the one thing to do next, at most one a view; `quiet` sits in rows and beside values. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'regular' | 'small' | 'large' | 'icon';

const base =
  'inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control text-center font-medium no-underline ' +
  'transition-colors duration-150 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed';

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 px-3 py-1 text-sm pointer-coarse:min-h-11',
  regular: 'min-h-9 px-4 py-1.5 text-body pointer-coarse:min-h-11',
  icon: 'size-8 pointer-coarse:size-11',
  large: 'min-h-11 px-5 py-2 text-md',
};

const variants: Record<ButtonVariant, string> = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong disabled:bg-sunken disabled:text-muted aria-disabled:bg-sunken aria-disabled:text-muted',
  secondary:
    'border border-control bg-surface text-ink hover:border-ink hover:bg-sunken disabled:border-hairline disabled:text-muted aria-disabled:text-muted',
  quiet: 'text-ink hover:bg-sunken disabled:text-muted aria-disabled:text-muted',
  danger:
    'border border-danger bg-surface text-danger hover:bg-danger hover:text-on-danger disabled:border-hairline disabled:text-muted',
};

/** The look of a button, shared by `Button` and `ButtonLink`. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize, extra?: string): string =>
  classNames(base, sizes[size], variants[variant], extra);
