import { useState } from 'react';
import type { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import type { Vault } from '#storage/vault.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { VaultError } from '#storage/vault-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { RevealCountdown } from '#ui/reveal-countdown.tsx';
import { useRevealed } from '#ui/use-revealed.ts';
import { TransferLink } from './transfer-link.tsx';

interface TransferActionsProps {
  item: VaultItem;
  vault: Pick<Vault, 'read' | 'mark'>;
  onChanged: () => void;
}

/** The link of one kept transfer, read when asked for and in sight as any other secret, and whether it is done. */
export function TransferActions({ item, vault, onChanged }: TransferActionsProps) {
  const hideOnBlur = usePreferences((preferences) => preferences.hideOnBlur);
  const link = useRevealed(() => linkOf(vault, item.id), { hideOnBlur });
  const [markError, setMarkError] = useState<unknown>(null);
  const done = item.doneAtMs !== null;
  const error = link.error ?? markError;

  const mark = async () => {
    setMarkError(null);
    try {
      await vault.mark(item.id, 'done', done ? null : Date.now());
      link.hide();
      onChanged();
    } catch (caught) {
      setMarkError(caught);
    }
  };

  return (
    <>
      {link.shown && <TransferLink url={link.shown.values} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          variant={done ? 'quiet' : 'secondary'}
          onClick={() => {
            setMarkError(null);
            if (link.shown) link.hide();
            else void link.reveal();
          }}
        >
          {link.shown ? 'Hide the link' : 'Show the link'}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void mark()}>
          {done ? 'Not completed after all' : 'Mark as completed'}
        </Button>
        {link.shown && <RevealCountdown hideAtMs={link.shown.hideAtMs} />}
      </div>
      {error !== null && <Notice tone="danger">{wordsOf(error)}</Notice>}
    </>
  );
}

async function linkOf(vault: TransferActionsProps['vault'], id: string): Promise<Secret> {
  const { url } = await vault.read(id);
  if (url === null) throw new VaultError('damaged');
  return url;
}

/** "Copy it now" is meant for what was to be kept, and here only a mark was. */
const wordsOf = (error: unknown): string =>
  error instanceof VaultError && error.kind !== 'unwritable'
    ? error.message
    : 'That could not be saved on this device. Nothing was changed.';
