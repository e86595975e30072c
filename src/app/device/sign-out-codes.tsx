import { useEffect, useState } from 'react';
import { formatAmount } from '#domain/currency-amount.ts';
import { exportCodes } from '#features/gift-cards/purchased/export-codes.ts';
import { EraseTwice } from '#session/erase-twice.tsx';
import { lockedBySignOut, type Leaving } from '#features/session/open-payment.ts';
import { saveFile } from '#ui/save-file.ts';
import { useSessions } from '#session/session-store.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { isUnused, type VaultItem } from '#storage/vault-entry.ts';
import { VaultError } from '#storage/vault-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { vault } from '#session/browser-vault.ts';

/** In the sign-out dialog: the codes and links that will be locked by it, to keep (without doing anything), export or delete. */
export function SignOutCodes({ leaving }: { leaving: Leaving }) {
  return (
    <>
      <HeldCodes leaving={leaving} />
      <KeptCodes leaving={leaving} />
    </>
  );
}

/** What could not be kept: nothing but this tab has it, so signing out is the last moment it is sure to be seen. */
function HeldCodes({ leaving }: { leaving: Leaving }) {
  const sessions = useSessions((state) => state.sessions);
  const held = lockedBySignOut(useUnsavedSecrets((state) => state.entries).map(owned), sessions, leaving).map(
    ({ item }) => ({ ...item, savedAtMs: null, usedAtMs: null, doneAtMs: null }),
  );
  if (held.length === 0) return null;
  const reader = {
    read: async (id: string) => {
      const secret = held.find((item) => item.id === id)?.secret;
      if (!secret) throw new VaultError('missing');
      return secret;
    },
  };
  return (
    <Notice
      tone="danger"
      title={`${counted(held)} in this tab only: ${named(held)}.`}
      actions={<ExportButton vault={reader} items={held} />}
    >
      This browser could not keep it. Closing the tab deletes it, and after signing out it is hidden until
      this account signs in again in this very tab: save it elsewhere first.
    </Notice>
  );
}

function KeptCodes({ leaving }: { leaving: Leaving }) {
  const sessions = useSessions((state) => state.sessions);
  const [items, setItems] = useState<readonly VaultItem[]>([]);
  const [erasing, setErasing] = useState(false);
  useEffect(() => {
    let here = true;
    vault.list().then(
      (found) => here && setItems(found.filter(isUnused)),
      // Signing out does not depend on it: what cannot be read stays as it is.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  const locked = lockedBySignOut(items.map(owned), sessions, leaving).map(({ item }) => item);
  if (locked.length === 0) return null;
  const what = counted(locked);
  if (erasing)
    return (
      <EraseTwice
        what={what}
        warning={`${named(locked)}. Whoever bought them can never redeem them without what is kept here.`}
        erase={async () => {
          for (const { id } of locked) await vault.remove(id);
        }}
        onErased={() => {
          setErasing(false);
          setItems([]);
        }}
        onCancel={() => setErasing(false)}
      />
    );
  return (
    <Notice
      tone="caution"
      title={`${what} not used: ${named(locked)}.`}
      actions={
        <>
          <ExportButton vault={vault} items={locked} />
          <Button size="small" onClick={() => setErasing(true)}>
            Delete them…
          </Button>
        </>
      }
    >
      They stay on this device, encrypted and locked, until this account signs in again.
    </Notice>
  );
}

const owned = <Item extends Pick<VaultItem, 'account' | 'boughtAtMs'>>(item: Item) => ({
  item,
  owners: [item.account],
  startedAtMs: item.boughtAtMs,
});

interface ExportButtonProps {
  vault: Parameters<typeof exportCodes>[0];
  items: readonly VaultItem[];
}

function ExportButton({ vault: from, items }: ExportButtonProps) {
  return (
    <Button
      size="small"
      onClick={() =>
        void exportCodes(from, items, Date.now()).then((text) => saveFile('laso-gift-cards.json', text))
      }
    >
      Export in plain text
    </Button>
  );
}

/** "2 gift cards", "1 gift card and 1 transfer" */
function counted(items: readonly VaultItem[]): string {
  const cards = items.filter(({ kind }) => kind === 'gift-card').length;
  const say = (count: number, noun: string): string[] =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  return [...say(cards, 'gift card'), ...say(items.length - cards, 'transfer')].join(' and ');
}

const SHOWN = 3;

/** "Amazon, $50.00; Steam, $5.00 and 2 more" */
function named(items: readonly VaultItem[]): string {
  const names = items
    .slice(0, SHOWN)
    .map(({ label, amount }) => label + (amount ? `, ${formatAmount(amount)}` : ''));
  const more = items.length - SHOWN;
  return names.join('; ') + (more > 0 ? ` and ${more} more` : '');
}
