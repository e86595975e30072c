import { useState, type ReactNode } from 'react';
import type { Secret } from '#domain/secret.ts';
import type { VaultSecret } from '#storage/vault-cipher.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { RedemptionSecrets } from './redemption-secrets.tsx';
import { partsOf, wholeName } from './secret-parts.ts';
import { useCloseWarning } from './use-close-warning.ts';

interface RedemptionProps {
  /** Where Laso sold another amount than was ordered. */
  worthNotice?: ReactNode;
  /** As the answer brought it. */
  secret: VaultSecret;
  instructions: string | null;
  /** False while the vault has refused it: then this page has the only copy. */
  kept: boolean;
  /** The link to what this browser keeps. */
  purchased: ReactNode;
  keepAgain: () => void;
  keeping: boolean;
  /** Notes that its owner has it elsewhere. Rejects where that cannot be noted. */
  onSaved: () => Promise<void>;
  onCopied?: ((secret: Secret) => void) | undefined;
}

/** What was just bought: kept on this device, to be written down elsewhere too. The browser asks before it is closed unsaved. */
export function Redemption(props: RedemptionProps) {
  const { secret, instructions, kept, keepAgain, keeping, onSaved } = props;
  const [saved, setSaved] = useState(false);
  const saidSaved = () => setSaved(true);
  const parts = partsOf(secret);
  const what = wholeName(parts);
  useCloseWarning(!saved);

  return (
    <Panel title="Redemption" className="pt-2">
      {kept ? (
        <p className="max-w-prose text-muted">
          {`Laso sends this ${what} once. It is kept encrypted in this browser, among your `}
          {props.purchased}
          {'. Save it elsewhere too, in case this browser’s data is cleared.'}
        </p>
      ) : (
        <Notice
          tone="danger"
          title={`This browser could not save the ${what}. It is shown only here.`}
          actions={
            <Button size="small" busy={keeping} onClick={keepAgain}>
              Try saving again
            </Button>
          }
        >
          {`Copy the ${what} and save it elsewhere before you close this tab. Laso does not send it a second time.`}
        </Notice>
      )}
      {props.worthNotice}
      <RedemptionSecrets parts={parts} read={() => Promise.resolve(secret)} onCopied={props.onCopied} />
      {instructions && (
        <div className="max-w-prose text-sm">
          <p className="font-medium">How to redeem it</p>
          <p className="whitespace-pre-line text-muted">{instructions}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          size="large"
          className="max-sm:w-full"
          aria-disabled={saved}
          // "You can close this page now" is said once that is noted. Only the note is lost with a refusing storage; the person knows it.
          onClick={() => void onSaved().then(saidSaved, saidSaved)}
        >
          I have saved it
        </Button>
        <output className="text-sm text-muted">{saved && 'You can close this page now.'}</output>
      </div>
    </Panel>
  );
}
