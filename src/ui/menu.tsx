import { Children, useId, useRef, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { MenuPopup, type MenuEntry } from './menu-popup.tsx';

type MenuProps = {
  /**
   * The accessible name of the button: "Account 0x9965…a4dc". It must hold the words the button shows (WCAG
   * 2.5.3).
   */
  label: string;
  /** What the button shows; default the label. */
  children?: ReactNode;
  entries: readonly MenuEntry[];
  /** Which edge of the button the list lines up with. */
  align?: 'start' | 'end' | undefined;
  className?: string | undefined;
};

/**
 * A button that opens a list of things to do (WAI-ARIA menu button): Enter, Space, arrows, Home, End,
 * letters, Escape.
 */
export function Menu({ label, children, entries, align = 'end', className }: MenuProps) {
  const [opened, setOpened] = useState<'first' | 'last' | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (focusButton: boolean) => {
    setOpened(null);
    if (focusButton) button.current?.focus();
  };
  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        aria-controls={opened ? id : undefined}
        aria-label={label}
        className={classNames(
          'flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2 hover:bg-sunken pointer-coarse:min-h-11',
          className,
        )}
        onClick={() => setOpened(opened ? null : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpened(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {/* With spaces between, or the parts would read as one word, which the name does not hold. */}
        {children === undefined ? label : Children.toArray(children).flatMap((part) => [part, ' '])}
        <svg
          viewBox="0 0 12 12"
          className="size-3 fill-none stroke-muted"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="m2.5 4.5 3.5 3.5 3.5-3.5" />
        </svg>
      </button>
      {opened && (
        <MenuPopup
          id={id}
          label={label}
          entries={entries}
          start={opened}
          align={align}
          root={root}
          onClose={close}
        />
      )}
    </div>
  );
}
