import { useEffect, useRef, useState } from 'react';
import { useConfig } from '#config/config-context.ts';
import { shortAddress, type AccountId } from '#domain/account.ts';
import type { Credentials } from '#laso/auth.ts';
import { classifyLink, type LinkSecrets } from '#laso/login-link.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { AccountsInvolved } from './accounts-involved.tsx';
import type { LinkProblem } from './link-problem.ts';
import { linkDecided, linkInUse } from './opened-link.ts';
import { isRefused, missingKeyFor, redeemLink, type RedeemableLink } from './redeem-link.ts';
import { joinKept, sessionOf, signInWith, switchAccount, useSessions } from '#session/session-store.ts';
import { outlasts } from '#session/session.ts';

/** Most links are good: the words for the others are fetched with the first that is not. */
const LinkProblemNotice = lazyPart('What is wrong with this link', () =>
  import('./link-problem-notice.tsx').then((module) => module.LinkProblemNotice),
);

const LinkNotNeeded = lazyPart('What this link is for', () =>
  import('./link-not-needed.tsx').then((module) => module.LinkNotNeeded),
);

interface LinkLandingProps {
  secrets: LinkSecrets;
  keep: boolean;
  onKeepChange: (keep: boolean) => void;
  onSignedIn: () => void;
  onCancel: () => void;
}

type Stage =
  | { at: 'asking'; link: RedeemableLink; account: AccountId | null }
  | { at: 'redeeming'; account: AccountId | null }
  /** A link that does not tell its account before it is redeemed: named before it becomes active. */
  | { at: 'confirming'; credentials: Credentials; busy: boolean }
  /** Without renewal, and a better session of its account is here. */
  | { at: 'not-needed'; account: AccountId }
  | { at: 'stopped'; why: LinkProblem };

/**
 * Where a login link waits for a click (product.md §1). Nothing is sent before it, and the link is redeemed at most once: no second click,
 * retry or render does it again, and what it gives after a Cancel is dropped.
 */
export function LinkLanding({ secrets, keep, onKeepChange, onSignedIn, onCancel }: LinkLandingProps) {
  const config = useConfig();
  const active = useSessions((state) => state.active);
  const [stage, setStage] = useState<Stage>(() => firstStage(secrets, config));
  const endsAtMs = stage.at === 'asking' && stage.link.kind === 'id-token' ? stage.link.expiresAtMs : null;
  const redeemed = useRef(false);
  const onScreen = useRef(true);
  useEffect(() => {
    onScreen.current = true;
    return () => {
      onScreen.current = false;
    };
  }, []);
  // What is said here is all there is to say about this link: a reload must not call it unused.
  useEffect(() => {
    if (stage.at === 'stopped') linkDecided();
  }, [stage.at]);

  async function redeem(): Promise<void> {
    if (redeemed.current) return;
    redeemed.current = true;
    if (stage.at === 'asking' && stage.link.kind === 'id-token') {
      setStage({ at: 'redeeming', account: stage.account });
      // What another tab keeps on the device since counts too.
      await joinKept();
      if (!onScreen.current) return;
    }
    // Looked at again: it may have expired while the page was open, and then nothing is sent.
    const now = firstStage(secrets, config);
    if (now.at !== 'asking') return setStage(now);
    linkInUse();
    setStage({ at: 'redeeming', account: now.account });
    try {
      const credentials = await redeemLink(now.link, config);
      // Cancelled meanwhile: what the link gave is dropped.
      if (!onScreen.current) return;
      if (now.account === null) setStage({ at: 'confirming', credentials, busy: false });
      else await finish(credentials);
    } catch (error) {
      setStage({
        at: 'stopped',
        why: { kind: now.link.kind === 'id-token' ? 'trying' : 'redeeming', error },
      });
    }
  }

  /** A link that could only not be tried is as good as before. */
  function tryAgain(): void {
    redeemed.current = false;
    setStage(firstStage(secrets, config));
  }

  async function finish(credentials: Credentials): Promise<void> {
    setStage((before) =>
      before.at === 'confirming'
        ? { ...before, busy: true }
        : { at: 'redeeming', account: credentials.accountId },
    );
    await signInWith(credentials, keep);
    linkDecided();
    onSignedIn();
  }

  function cancel(): void {
    linkDecided();
    onCancel();
  }

  if (stage.at === 'stopped')
    return (
      <>
        <PageHeader title="Sign in" />
        <LinkProblemNotice of={stage.why} />
        <div className="flex flex-wrap gap-3">
          {stage.why.kind === 'trying' && !isRefused(stage.why.error) && (
            <Button onClick={tryAgain}>Try again</Button>
          )}
          <Button onClick={cancel}>Continue without this link</Button>
        </div>
      </>
    );
  if (stage.at === 'not-needed')
    return (
      <LinkNotNeeded
        account={stage.account}
        onContinue={() => {
          switchAccount(stage.account);
          linkDecided();
          onSignedIn();
        }}
      />
    );

  const account = stage.at === 'confirming' ? stage.credentials.accountId : stage.account;
  return (
    <>
      <PageHeader
        title={stage.at === 'confirming' ? 'Is this the account you expected?' : 'Open this login link?'}
        documentTitle="Sign in"
      />
      <AccountsInvolved account={account} active={active} endsAtMs={endsAtMs} />
      <Checkbox
        label="Keep me signed in"
        hint={keep ? 'On this device, until you sign out.' : 'Only in this tab, until you close it.'}
        checked={keep}
        onChange={(event) => onKeepChange(event.target.checked)}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          size="large"
          busy={stage.at === 'redeeming' || (stage.at === 'confirming' && stage.busy)}
          onClick={(event) => {
            if (stage.at === 'asking') void redeem();
            // The second half of a double click cannot confirm an account nobody has read yet.
            if (stage.at === 'confirming' && !stage.busy && event.detail < 2) void finish(stage.credentials);
          }}
        >
          {account ? `Sign in as ${shortAddress(account)}` : 'Sign in'}
        </Button>
        <Button size="large" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </>
  );
}

function firstStage(secrets: LinkSecrets, config: ReturnType<typeof useConfig>): Stage {
  const verdict = classifyLink(secrets, { firebaseProjectId: config.firebaseProjectId, nowMs: Date.now() });
  const missing = missingKeyFor(verdict, config);
  if (missing) return { at: 'stopped', why: { kind: 'configuration', key: missing } };
  if (verdict.kind === 'problem') return { at: 'stopped', why: { kind: 'link', problem: verdict.problem } };
  const here = verdict.kind === 'id-token' ? sessionOf(verdict.account) : undefined;
  if (verdict.kind === 'id-token' && outlasts(here?.tokens, verdict.expiresAtMs))
    return { at: 'not-needed', account: verdict.account };
  return { at: 'asking', link: verdict, account: accountIn(verdict) };
}

const accountIn = (link: RedeemableLink): AccountId | null => (link.kind === 'code' ? null : link.account);
