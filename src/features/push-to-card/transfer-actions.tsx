import { useState } from 'react';
import type { Secret } from '#domain/secret.ts';
import type { Vault } from '#storage/vault.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { VaultError } from '#storage/vault-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TransferLink } from './transfer-link.tsx';

interface TransferActionsProps {
  item: VaultItem;
  vault: Pick<Vault, 'read' | 'mark'>;
  onChanged: () => void;
}

/** The link of one kept transfer, read when asked for and forgotten when hidden, and whether it is done. */
export function TransferActions({ item, vault, onChanged }: TransferActionsProps) {
  const [url, setUrl] = useState<Secret | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const done = item.doneAtMs !== null;

  async function run(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      // "Copy it now" is meant for what was to be kept, and here only a mark was.
      const said = error instanceof VaultError && error.kind !== 'unwritable';
      setProblem(said ? error.message : 'That could not be saved on this device. Nothing was changed.');
    }
  }
  const show = () =>
    run(async () => {
      const { url: kept } = await vault.read(item.id);
      if (kept === null) throw new VaultError('damaged');
      setUrl(kept);
    });
  const mark = () =>
    run(async () => {
      await vault.mark(item.id, 'done', done ? null : Date.now());
      setUrl(null);
      onChanged();
    });

  return (
    <>
      {url && <TransferLink url={url} />}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant={done ? 'quiet' : 'secondary'}
          onClick={() => (url ? setUrl(null) : void show())}
        >
          {url ? 'Hide the link' : 'Show the link'}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void mark()}>
          {done ? 'Not completed after all' : 'Mark as completed'}
        </Button>
      </div>
      {problem && <Notice tone="danger">{problem}</Notice>}
    </>
  );
}
