import type { AccountId } from '#domain/account.ts';
import type { Gap } from '#domain/alerts/alerts-of.ts';
import { AccountName } from '#session/account-name.tsx';
import { useSessions } from '#session/session-store.ts';
import { Notice } from '#ui/notice.tsx';
import { RULE_WORDS } from './alert-words.ts';

export interface UnwatchedAccount {
  account: AccountId;
  /** "all": the session has ended, and nothing of it is read. */
  gaps: readonly Gap[] | 'all';
}

interface AlertGapsProps {
  accounts: readonly UnwatchedAccount[];
}

const ONLY = { us: 'U.S. cards only', intl: 'international cards only', nothing: 'not watched' } as const;

/** Which rules that are on cannot be watched just now. A rule that is silently off would be taken for good news. */
export function AlertGaps({ accounts }: AlertGapsProps) {
  const several = useSessions(({ sessions }) => sessions.length > 1);
  if (accounts.length === 0) return null;
  return (
    <Notice tone="caution" title="Not everything can be watched just now.">
      <ul aria-label="Not watched" className="flex flex-col gap-2">
        {accounts.map(({ account, gaps }) => (
          <li key={account}>
            {several && <AccountName account={account} quiet />}
            {gaps === 'all' ? (
              <p>
                The session has ended: none of its cards and balances are watched until you sign in again.
              </p>
            ) : (
              <ul>
                {gaps.map(({ kind, watched }) => (
                  <li key={kind}>{`“${RULE_WORDS[kind].label}”: ${ONLY[watched]}`}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {accounts.some(({ gaps }) => gaps !== 'all') && (
        <p className="mt-2">Laso’s answer is missing. It is asked again by itself.</p>
      )}
    </Notice>
  );
}
