import { useEffect, useState, type ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button-class.ts';
import { copyText, NoClipboard } from './copy-text.ts';
import { CopyIcon } from './copy-icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type CopyButtonProps = {
  /**
   * The accessible name, beginning with "Copy": "Copy card number". It never changes; the result is announced
   * beside it.
   */
  label: string;
  /** Asked at the click; the text is never rendered or kept here. */
  getText: () => string | Promise<string>;
  onCopied?: (() => void) | undefined;
  onFailed?: ((error: unknown) => void) | undefined;
  /** Visible words; default the label. */
  children?: ReactNode;
  iconOnly?: boolean | undefined;
  variant?: ButtonVariant | undefined;
  className?: string | undefined;
};

type Outcome = 'none' | 'working' | 'copied' | 'failed' | 'no-clipboard';

/** Copies without revealing. */
export function CopyButton({
  label,
  getText,
  onCopied,
  onFailed,
  children,
  iconOnly = false,
  variant = 'quiet',
  className,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none' || outcome === 'working') return;
    const timer = setTimeout(() => setOutcome('none'), outcome === 'copied' ? 2_000 : 6_000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    if (outcome === 'working') return;
    setOutcome('working');
    try {
      await copyText(getText);
      setOutcome('copied');
      onCopied?.();
    } catch (error) {
      setOutcome(error instanceof NoClipboard ? 'no-clipboard' : 'failed');
      onFailed?.(error);
    }
  };
  return (
    // One thing in a row: what is said beside the button takes no room while there is nothing to say.
    <span className="inline-flex items-center">
      <button
        type="button"
        aria-label={label}
        title={iconOnly ? label : undefined}
        className={buttonClass(variant, iconOnly ? 'icon' : 'small', className)}
        onClick={() => void copy()}
      >
        <CopyIcon done={outcome === 'copied'} />
        {!iconOnly && <span>{outcome === 'copied' ? 'Copied' : (children ?? label)}</span>}
      </button>
      <output className="text-sm text-danger">
        {outcome === 'copied' && <VisuallyHidden>{`${label}: copied`}</VisuallyHidden>}
        {outcome === 'failed' && <span className="ml-2">Not copied</span>}
        {outcome === 'no-clipboard' && <span className="ml-2">Not copied: this needs https</span>}
      </output>
    </span>
  );
}
