import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkLanding } from '#features/session/link-landing.tsx';
import { SignInForm } from '#features/session/sign-in-form.tsx';
import type { LinkSecrets } from '#laso/login-link.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { paths } from '../paths.ts';

export function SignInPage() {
  const navigate = useNavigate();
  const [keep, setKeep] = useState(false);
  const [secrets, setSecrets] = useState<LinkSecrets | null>(null);
  if (secrets)
    return (
      <div className="flex max-w-prose flex-col gap-8">
        <LinkLanding
          secrets={secrets}
          keep={keep}
          onKeepChange={setKeep}
          onSignedIn={() => void navigate(paths.overview, { replace: true })}
          onCancel={() => setSecrets(null)}
        />
      </div>
    );
  return (
    <>
      <PageHeader
        title="Sign in"
        lead="See what your agents bought, what is left and what you can get back. With a login link from your agent."
      />
      <SignInForm keep={keep} onKeepChange={setKeep} onLink={setSecrets} />
    </>
  );
}
