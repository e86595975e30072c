import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from './button.tsx';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom, the one to press last. */
  actions?: ReactNode;
  /**
   * False while closing would lose something (a payment on its way): no Escape, no click outside, no Close
   * button.
   */
  dismissible?: boolean | undefined;
};

/**
 * The browser's modal `<dialog>`: focus stays inside, goes back on close, the page behind is inert. Nothing
 * is rendered while closed, so a secret in it is gone when it closes.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, actions, dismissible = true }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The title is read first; the browser alone would focus the first button, which is the way out.
    heading.current?.focus();
    return () => dialog?.close();
  }, []);
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (dismissible) onClose();
  };
  // The browser may close it without asking (Escape pressed twice): tell the owner, or open it again.
  const onClosedByBrowser = (event: SyntheticEvent<HTMLDialogElement>) => {
    const dialog = event.currentTarget;
    if (event.target !== dialog || dialog.open || !dialog.isConnected) return;
    if (dismissible) onClose();
    else dialog.showModal();
  };
  const onPointerDown = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (dismissible && event.target === event.currentTarget) onClose();
  };
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      className="dialog"
      onCancel={onCancel}
      onClose={onClosedByBrowser}
      onPointerDown={onPointerDown}
    >
      <div className="flex flex-col gap-5 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 ref={heading} id={id} tabIndex={-1} className="text-lg font-semibold outline-none">
            {title}
          </h2>
          {dismissible && (
            <Button variant="quiet" size="small" className="-mt-1 -mr-2" onClick={onClose}>
              Close
            </Button>
          )}
        </div>
        {children}
        {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
      </div>
    </dialog>
  );
}
