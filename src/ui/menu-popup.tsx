import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type MenuEntry = {
  key: string;
  label: ReactNode;
  /** A quieter second line. */
  detail?: ReactNode;
  onSelect: () => void;
  /** Marked as the one in force, e.g. the account on screen. */
  current?: boolean | undefined;
  /** A line above: starts a new group. */
  startsGroup?: boolean | undefined;
};

type MenuPopupProps = {
  id: string;
  label: string;
  entries: readonly MenuEntry[];
  start: 'first' | 'last';
  align: 'start' | 'end';
  root: RefObject<HTMLDivElement | null>;
  onClose: (focusButton: boolean) => void;
};

/**
 * The open list of a `Menu`. Focus is always on one item; leaving by Tab or by a press elsewhere closes it.
 */
export function MenuPopup({ id, label, entries, start, align, root, onClose }: MenuPopupProps) {
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });

  useEffect(() => {
    menuItems(list.current)
      .at(start === 'first' ? 0 : -1)
      ?.focus();
  }, [start]);

  useEffect(() => {
    const closeWhenOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onClose(false);
    };
    document.addEventListener('pointerdown', closeWhenOutside);
    return () => document.removeEventListener('pointerdown', closeWhenOutside);
  }, [root, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = menuItems(list.current);
    const index = all.findIndex((item) => item === document.activeElement);
    const move = (to: HTMLElement | undefined) => {
      event.preventDefault();
      to?.focus();
    };
    if (event.key === 'ArrowDown') move(all[(index + 1) % all.length]);
    else if (event.key === 'ArrowUp') move(all.at(index - 1));
    else if (event.key === 'Home') move(all[0]);
    else if (event.key === 'End') move(all.at(-1));
    else if (event.key === 'Tab') onClose(false);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose(true);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const again = event.timeStamp - typed.current.at < 700;
      typed.current = {
        text: (again ? typed.current.text : '') + event.key.toLowerCase(),
        at: event.timeStamp,
      };
      move(
        [...all.slice(index + (again ? 0 : 1)), ...all].find((item) =>
          item.textContent.trim().toLowerCase().startsWith(typed.current.text),
        ),
      );
    }
  };

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      className={classNames('menu-popup', align === 'end' ? 'right-0' : 'left-0')}
    >
      {entries.map((entry) => (
        <Fragment key={entry.key}>
          {entry.startsGroup && <hr className="my-1 border-hairline" />}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="flex min-h-9 w-full cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 text-left hover:bg-sunken focus-visible:bg-sunken pointer-coarse:min-h-11"
            onClick={() => {
              onClose(true);
              entry.onSelect();
            }}
          >
            <span className="flex min-w-0 flex-1 flex-col">
              {entry.label}
              {entry.detail && <span className="text-sm text-muted">{entry.detail}</span>}
            </span>
            {entry.current && (
              <>
                <VisuallyHidden>, on screen</VisuallyHidden>
                <svg
                  viewBox="0 0 16 16"
                  className="size-4 fill-none stroke-accent"
                  strokeWidth="1.75"
                  aria-hidden="true"
                >
                  <path d="m3 8.5 3.5 3.5L13 5" />
                </svg>
              </>
            )}
          </button>
        </Fragment>
      ))}
    </div>
  );
}

const menuItems = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];
