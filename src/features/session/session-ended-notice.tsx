import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { useSessions } from './session-store.ts';

/** Laso refused to renew the session on screen: what is here stays readable, nothing new comes (product.md §1). */
export function SessionEndedNotice({ signInHref }: { signInHref: string }) {
  const ended = useSessions((state) =>
    state.sessions.some((session) => session.accountId === state.active && session.tokens === null),
  );
  if (!ended) return null;
  return (
    <Notice
      tone="caution"
      title="This account's session has ended."
      actions={
        <ButtonLink to={signInHref} size="small">
          Sign in again
        </ButtonLink>
      }
    >
      What you see stays as it was last read. Ask your agent for a new link to go on. Records of payments are
      kept.
    </Notice>
  );
}
