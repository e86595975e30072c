import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { toneFill, type Tone } from './tone.ts';

/** A dot and a word. `live` lets the dot breathe while something is going on. */
export function StatusMark({
  tone,
  live = false,
  children,
}: {
  tone: Tone;
  live?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={classNames('size-2 shrink-0 rounded-full', toneFill[tone], live && 'breathe')}
      />
      <span>{children}</span>
    </span>
  );
}
