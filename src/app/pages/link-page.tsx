import { useState } from 'react';
import { LinkLanding } from '#features/session/link-landing.tsx';
import type { OpenedLink } from '#features/session/opened-link.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PlainShell } from '../layout/plain-shell.tsx';
import { StorageNotice } from '../layout/storage-notice.tsx';

const RELOADED = {
  forgotten: {
    title: 'Your link is unused, open it again.',
    lead: 'The page was reloaded before you signed in, and it keeps no login link across a reload. Nothing was sent, so the link still works.',
  },
  interrupted: {
    title: 'The page was reloaded while it opened your link.',
    lead: 'The link may be used up, and you are not signed in with it. Ask your agent for a new link, and open it once.',
  },
} as const;

/** The page was opened with a login link (or reloaded before its click): nothing else is shown until that is decided. */
export function LinkPage({ link, onDecided }: { link: OpenedLink; onDecided: (signedIn: boolean) => void }) {
  const [keep, setKeep] = useState(false);
  return (
    <PlainShell>
      <StorageNotice />
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
          <PageHeader documentTitle="Sign in" {...RELOADED[link.kind]} />
          <div>
            <Button onClick={() => onDecided(false)}>Continue without it</Button>
          </div>
        </>
      )}
    </PlainShell>
  );
}
