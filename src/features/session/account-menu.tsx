import { useState } from 'react';
import { shortAddress } from '#domain/account.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Menu } from '#ui/menu.tsx';
import type { Leaving, OpenPayment } from './open-payment.ts';
import { signOut, signOutEverywhere, switchAccount, useSessions } from './session-store.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

interface AccountMenuProps {
  signInHref: string;
  onAddAccount: () => void;
  /** Payments of these accounts that are not over; they stay on this device, locked. */
  openPayments: () => Promise<OpenPayment[]>;
}

/** Which account is on screen, the others, and the way out. */
export function AccountMenu({ signInHref, onAddAccount, openPayments }: AccountMenuProps) {
  const { sessions, active } = useSessions();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  if (!active) return <ButtonLink to={signInHref}>Sign in</ButtonLink>;
  return (
    <>
      <Menu
        label={`Account ${shortAddress(active)}`}
        entries={[
          ...sessions.map((session) => ({
            key: session.accountId,
            label: <span className="font-mono text-mono">{shortAddress(session.accountId)}</span>,
            detail: session.tokens ? undefined : 'Session ended',
            current: session.accountId === active,
            onSelect: () => switchAccount(session.accountId),
          })),
          { key: 'add', label: 'Add account', startsGroup: true, onSelect: onAddAccount },
          { key: 'out', label: 'Sign out', startsGroup: true, onSelect: () => setLeaving([active]) },
          {
            key: 'everywhere',
            label: 'Sign out everywhere',
            detail: 'All accounts, in every tab',
            onSelect: () => setLeaving('all'),
          },
        ]}
      >
        <span className="text-sm text-muted">Account</span>
        <span className="font-mono text-mono whitespace-nowrap">{shortAddress(active)}</span>
      </Menu>
      {leaving && (
        <SignOutDialog
          leaving={leaving}
          openPayments={openPayments}
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
