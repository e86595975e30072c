import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkLanding } from '#features/session/link-landing.tsx';
import { signInWith, useSessions } from '#session/session-store.ts';
import { SignInForm } from '#features/session/sign-in-form.tsx';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';
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

type SignInMethod =
  { by: 'link'; secrets: LinkSecrets } | { by: 'wallet'; wallets: WalletPort; wallet: ConnectedWallet };

export function SignInPage() {
  const navigate = useNavigate();
  const active = useSessions((state) => state.active);
  const [keep, setKeep] = useState(false);
  const [method, setMethod] = useState<SignInMethod | null>(null);
  const enter = () => void navigate(paths.overview, { replace: true });
  const leave = () => setMethod(null);
  if (method)
    return (
      <div className="flex max-w-prose flex-col gap-8">
        {method.by === 'link' ? (
          <LinkLanding
            secrets={method.secrets}
            keep={keep}
            onKeepChange={setKeep}
            onSignedIn={enter}
            onCancel={leave}
          />
        ) : (
          <>
            <PageHeader title={`Sign in with ${method.wallet.walletName}?`} documentTitle="Sign in" />
            <WalletSignIn
              wallets={method.wallets}
              wallet={method.wallet}
              accountOnScreen={active}
              keep={keep}
              onKeepChange={setKeep}
              onCredentials={async (credentials) => {
                await signInWith(credentials, keep);
                enter();
              }}
              onCancel={leave}
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
      <SignInForm
        keep={keep}
        onKeepChange={setKeep}
        onLink={(secrets) => setMethod({ by: 'link', secrets })}
      />
      <WalletSignInButtons onConnected={(wallets, wallet) => setMethod({ by: 'wallet', wallets, wallet })} />
    </>
  );
}
