import { CopyButton } from './copy-button.tsx';

type SupportRequestProps = {
  supportEmail: string;
  /** What support needs to find it; nothing secret. */
  text: string;
};

/** Where to write, and what: to be copied as it is. */
export function SupportRequest({ supportEmail, text }: SupportRequestProps) {
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p>
        To ask Laso, write to{' '}
        <a className="link" href={`mailto:${supportEmail}`}>
          {supportEmail}
        </a>{' '}
        and paste this:
      </p>
      <p
        translate="no"
        className="w-full max-w-prose rounded-md border border-hairline bg-paper px-3 py-2 font-mono text-mono break-words whitespace-pre-wrap"
      >
        {text}
      </p>
      <CopyButton label="Copy text for support" getText={() => text} variant="secondary" />
    </div>
  );
}
