import { classNames } from './class-names.ts';

/** A small tinted disc with the account's first letter, and its name: both tell accounts apart. */
export function AccountMark({
  name,
  colour,
  quiet = false,
}: {
  name: string;
  colour: number;
  quiet?: boolean | undefined;
}) {
  const address = name.includes('…');
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <span aria-hidden="true" className={classNames('account-mark', `tint-${colour}`)} />
      <span className={classNames('truncate', address && 'font-mono text-mono', quiet && 'text-muted')}>
        {name}
      </span>
    </span>
  );
}
