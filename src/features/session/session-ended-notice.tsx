import { paths } from '#config/paths.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { useSessions } from '#session/session-store.ts';

/** Laso refused to renew a session on screen: what is here stays readable, nothing new comes (product.md §1). */
export function SessionEndedNotice() {
  const { sessions, active, showAll } = useSessions();
  const looks = usePreferences((preferences) => preferences.accounts);
  const ended = sessions.filter(
    ({ accountId, tokens }) => tokens === null && (showAll || accountId === active),
  );
  if (ended.length === 0) return null;
  const names = ended.map(({ accountId }) => labelOf(looks, accountId).name);
  return (
    <Notice
      tone="caution"
      title={showAll ? `The session of ${names.join(', ')} has ended.` : 'This account’s session has ended.'}
      actions={
        <ButtonLink to={paths.signIn} size="small">
          Sign in again
        </ButtonLink>
      }
    >
      What you see stays as it was last loaded. To continue, sign in again with a new link from your agent or
      with your wallet. Records of payments are kept.
    </Notice>
  );
}
