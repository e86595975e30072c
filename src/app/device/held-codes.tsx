import { accountIdOf, shortAddress } from '#domain/account.ts';
import { isLocked, useSessions } from '#session/session-store.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import type { NewVaultEntry } from '#storage/vault.ts';
import type { VaultKind } from '#storage/vault-entry.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { paths } from '#config/paths.ts';

/** What this page's memory alone holds, and what of it may not be seen now: its owner was signed out, as with what the vault keeps. */
export function useHeldOf(kind: VaultKind): { shown: NewVaultEntry[]; locked: NewVaultEntry[] } {
  const sessions = useSessions((state) => state.sessions);
  const entries = useUnsavedSecrets((state) => state.entries).filter((entry) => entry.kind === kind);
  const isHidden = ({ account, boughtAtMs }: NewVaultEntry) => isLocked(sessions, [account], boughtAtMs);
  return { shown: entries.filter((entry) => !isHidden(entry)), locked: entries.filter(isHidden) };
}

/** Still held, and still asked about when the tab is closed; nothing of it is said before its owner is back. */
export function LockedHeld({ entries }: { entries: readonly NewVaultEntry[] }) {
  const owners = [...new Set(entries.map(({ account }) => account))];
  return owners.map((owner) => (
    <Notice
      key={owner}
      tone="danger"
      title={`Something that ${shortAddress(accountIdOf(owner))} bought is only in this tab, and gone when the tab is closed.`}
      actions={
        <ButtonLink size="small" to={paths.signIn}>
          Sign in
        </ButtonLink>
      }
    >
      Sign in to {shortAddress(accountIdOf(owner))} to see it and to save it.
    </Notice>
  ));
}
