import { useState, type ReactNode } from 'react';
import { paths } from '#config/paths.ts';
import { shortAddress } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { labelOf } from '#session/account-label.ts';
import { AccountName } from '#session/account-name.tsx';
import { usePreferences, type Preferences } from '#storage/preferences.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Menu } from '#ui/menu.tsx';
import type { Leaving, OpenPayment } from './open-payment.ts';
import {
  showAllAccounts,
  signOut,
  signOutEverywhere,
  switchAccount,
  useSessions,
} from '#session/session-store.ts';
import type { Session } from '#session/session.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

interface AccountMenuProps {
  onAddAccount: () => void;
  /** Payments of these accounts that are not over; they stay on this device, locked. */
  openPayments: () => Promise<OpenPayment[]>;
  /** In the sign-out dialog: codes of these accounts, kept likewise. */
  keptCodes: (leaving: Leaving) => ReactNode;
}

/** Which account is on screen, the others, and the way out. */
export function AccountMenu({ onAddAccount, openPayments, keptCodes }: AccountMenuProps) {
  const { sessions, active, showAll } = useSessions();
  const looks = usePreferences((preferences) => preferences.accounts);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  if (!active) return <ButtonLink to={paths.signIn}>Sign in</ButtonLink>;
  const look = labelOf(looks, active);
  const shown = showAll ? `All ${sessions.length}` : look.name;
  return (
    <>
      <Menu
        label={`Account ${shown}`}
        entries={[
          ...sessions.map((session) => ({
            key: session.accountId,
            label: <AccountName account={session.accountId} />,
            detail: detailOf(session, looks),
            current: !showAll && session.accountId === active,
            onSelect: () => switchAccount(session.accountId),
          })),
          {
            key: 'all',
            label: 'All accounts',
            detail: sessions.length > 1 ? undefined : 'One so far',
            current: showAll,
            onSelect: showAllAccounts,
          },
          { key: 'add', label: 'Add account', startsGroup: true, onSelect: onAddAccount },
          {
            key: 'out',
            label: 'Sign out',
            startsGroup: true,
            detail: showAll ? look.name : undefined,
            onSelect: () => setLeaving([active]),
          },
          {
            key: 'everywhere',
            label: 'Sign out everywhere',
            detail: 'Each one, in every tab',
            onSelect: () => setLeaving('all'),
          },
        ]}
      >
        <span className="text-sm text-muted max-sm:sr-only">Account</span>
        {showAll ? <span>{shown}</span> : <AccountName account={active} />}
      </Menu>
      {leaving && (
        <SignOutDialog
          leaving={leaving}
          openPayments={openPayments}
          keptCodes={keptCodes}
          onCancel={() => setLeaving(null)}
          onConfirm={() => {
            setLeaving(null);
            void (leaving === 'all' ? signOutEverywhere() : signOut(leaving));
          }}
        />
      )}
    </>
  );
}

/** The address under a name its owner gave, and whether the session has ended. */
function detailOf({ accountId, tokens }: Session, looks: Preferences['accounts']): string | undefined {
  const address = ownValue(looks, accountId)?.name ? shortAddress(accountId) : null;
  return [address, tokens ? null : 'Session ended'].filter(Boolean).join(' · ') || undefined;
}
