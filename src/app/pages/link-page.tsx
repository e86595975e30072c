import { useState } from 'react';
import { LinkLanding } from '#features/session/link-landing.tsx';
import type { OpenedLink } from '#features/session/opened-link.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PlainShell } from '../layout/plain-shell.tsx';

/** The page was opened with a login link (or reloaded before its click): nothing else is shown until that is decided. */
export function LinkPage({ link, onDecided }: { link: OpenedLink; onDecided: (signedIn: boolean) => void }) {
  const [keep, setKeep] = useState(false);
  return (
    <PlainShell>
      {link.kind === 'link' ? (
        <LinkLanding
          secrets={link.secrets}
          keep={keep}
          onKeepChange={setKeep}
          onSignedIn={() => onDecided(true)}
          onCancel={() => onDecided(false)}
        />
      ) : (
        <>
          <PageHeader
            title="Your link is unused, open it again."
            documentTitle="Sign in"
            lead="The page was reloaded before you signed in, and it keeps no login link over a reload. Nothing was sent, so the link still works."
          />
          <div>
            <Button onClick={() => onDecided(false)}>Continue without it</Button>
          </div>
        </>
      )}
    </PlainShell>
  );
}
