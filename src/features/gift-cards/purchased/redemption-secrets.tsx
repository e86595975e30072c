import { useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import type { Secret } from '#domain/secret.ts';
import type { VaultSecret } from '#storage/vault-cipher.ts';
import { usePreferences } from '#storage/preferences.ts';
import { VaultError } from '#storage/vault-error.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { MaskedValue } from '#ui/masked-value.tsx';
import { Notice } from '#ui/notice.tsx';
import { RedemptionUrl } from '#ui/redemption-url.tsx';
import { RevealCountdown } from '#ui/reveal-countdown.tsx';
import { useRevealed } from '#ui/use-revealed.ts';
import { partName, partsOf, wholeName, type SecretPart } from './secret-parts.ts';

interface RedemptionSecretsProps {
  parts: readonly SecretPart[];
  /** Asked at each Reveal and Copy; nothing of it is kept but what is in sight. */
  read: () => Promise<VaultSecret>;
  /** A code went to the clipboard. */
  onCopied?: ((secret: Secret) => void) | undefined;
}

/** Code, PIN and link, masked until asked for; copying works without revealing (product.md §6). */
export function RedemptionSecrets({ parts, read, onCopied }: RedemptionSecretsProps) {
  const { redemptionHosts, supportEmail } = useConfig();
  const hideOnBlur = usePreferences((preferences) => preferences.hideOnBlur);
  const { shown, error, pending, reveal, hide } = useRevealed(read, { hideOnBlur });
  const secret = shown?.values ?? null;
  const [copyError, setCopyError] = useState<unknown>(null);
  const problem = error ?? copyError;
  const written = parts.filter((part) => part !== 'url');

  return (
    <div className="flex flex-col gap-4">
      {written.length > 0 && (
        <dl className="flex flex-col gap-2">
          {written.map((part) => (
            <div key={part} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <dt className="w-12 text-muted">{titled(part)}</dt>
              <dd className="min-w-0 font-mono text-md break-all">
                <MaskedValue
                  label={titled(part)}
                  masked="•••• •••• ••••"
                  maskedSpoken="hidden"
                  value={secret?.[part]?.reveal() ?? null}
                  className="whitespace-pre-wrap!"
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {secret?.url && (
        <RedemptionUrl url={secret.url} hosts={redemptionHosts} supportEmail={supportEmail}>
          Redeem the gift card
        </RedemptionUrl>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {secret ? (
          <Button size="small" onClick={hide}>
            Hide
          </Button>
        ) : (
          <Button size="small" busy={pending} onClick={() => void reveal()}>
            {`Reveal ${wholeName(parts)}`}
          </Button>
        )}
        {(secret ? partsOf(secret) : parts).map((part) => (
          <CopyPart
            key={part}
            part={part}
            read={read}
            onCopied={(copied) => {
              setCopyError(null);
              onCopied?.(copied);
            }}
            onFailed={setCopyError}
          />
        ))}
        {shown && <RevealCountdown hideAtMs={shown.hideAtMs} />}
      </div>
      {problem !== null && (
        <Notice tone="danger" title={`The ${wholeName(parts)} could not be read or copied.`}>
          {problem instanceof VaultError ? problem.message : 'Reveal it and copy it by hand.'}
        </Notice>
      )}
    </div>
  );
}

interface CopyPartProps {
  part: SecretPart;
  read: () => Promise<VaultSecret>;
  onCopied: (secret: Secret) => void;
  onFailed: (error: unknown) => void;
}

function CopyPart({ part, read, onCopied, onFailed }: CopyPartProps) {
  return (
    <CopyButton
      label={`Copy ${partName[part]}`}
      variant="secondary"
      getText={async () => {
        const secret = (await read())[part];
        if (!secret) throw new VaultError('missing');
        onCopied(secret);
        return secret.reveal();
      }}
      onFailed={onFailed}
    />
  );
}

const titled = (part: SecretPart): string => ({ code: 'Code', pin: 'PIN', url: 'Link' })[part];
