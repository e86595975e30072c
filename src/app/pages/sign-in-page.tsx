import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkLanding } from '#features/session/link-landing.tsx';
import { signIn, useSessions } from '#session/session-store.ts';
import { SignInForm } from '#features/session/sign-in-form.tsx';
import type { ConnectedWallet, WalletKit } from '#wallets/wallet-kit.ts';
import type { LinkSecrets } from '#laso/login-link.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PageSkeleton } from '../layout/page-skeleton.tsx';
import { paths } from '#config/paths.ts';

// Not part of what is fetched ahead for signing out without a network; where it cannot be fetched, links still work.
const WalletSignInButtons = lazyPart('The sign-in with a wallet', () =>
  import('#features/wallet-sign-in/wallet-sign-in-buttons.tsx').then((module) => module.WalletSignInButtons),
);
// With the code that pays for a sign-in, which nobody with a link needs.
const WalletSignIn = lazyPart(
  'The sign-in with a wallet',
  () => import('#features/wallet-sign-in/wallet-sign-in.tsx').then((module) => module.WalletSignIn),
  <PageSkeleton />,
);

type Door = { by: 'link'; secrets: LinkSecrets } | { by: 'wallet'; kit: WalletKit; wallet: ConnectedWallet };

export function SignInPage() {
  const navigate = useNavigate();
  const active = useSessions((state) => state.active);
  const [keep, setKeep] = useState(false);
  const [door, setDoor] = useState<Door | null>(null);
  const enter = () => void navigate(paths.overview, { replace: true });
  const leave = () => setDoor(null);
  if (door)
    return (
      <div className="flex max-w-prose flex-col gap-8">
        {door.by === 'link' ? (
          <LinkLanding
            secrets={door.secrets}
            keep={keep}
            onKeepChange={setKeep}
            onSignedIn={enter}
            onCancel={leave}
          />
        ) : (
          <>
            <PageHeader title={`Sign in with ${door.wallet.walletName}?`} documentTitle="Sign in" />
            <WalletSignIn
              kit={door.kit}
              wallet={door.wallet}
              accountOnScreen={active}
              keep={keep}
              onKeepChange={setKeep}
              onCredentials={async ({ accountId, userId, idToken, refreshToken, expiresAtMs }) => {
                await signIn({ accountId, userId, tokens: { idToken, refreshToken, expiresAtMs }, keep });
                enter();
              }}
              onCancel={leave}
              paymentsHref={paths.payments}
            />
          </>
        )}
      </div>
    );
  return (
    <>
      <PageHeader
        title="Sign in"
        lead="See what your agents bought, what is left and what you can get back. With a login link from your agent, or a wallet of your own."
      />
      <SignInForm keep={keep} onKeepChange={setKeep} onLink={(secrets) => setDoor({ by: 'link', secrets })} />
      <WalletSignInButtons onConnected={(kit, wallet) => setDoor({ by: 'wallet', kit, wallet })} />
    </>
  );
}
