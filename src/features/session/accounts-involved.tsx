import type { AccountId } from '#domain/account.ts';
import { Address } from '#ui/address.tsx';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';

interface AccountsInvolvedProps {
  /** The account the link opens, when it tells. */
  account: AccountId | null;
  /** The account on screen now. */
  active: AccountId | null;
  /** When a link without renewal stops working, ms. */
  endsAtMs: number | null;
}

/** Whose account opens, and whose is open now: a link somebody else sent must not pass for one's own (login CSRF). */
export function AccountsInvolved({ account, active, endsAtMs }: AccountsInvolvedProps) {
  const another = active !== null && account !== active;
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-md">
        {account ? (
          <>
            It opens the account <Address value={account} className="font-medium" />. You will see its cards,
            what was bought and what is left.
          </>
        ) : (
          'It does not say which account it opens. You will see which one before anything of it is shown.'
        )}
      </p>
      {account && !another && (
        <p className="text-sm text-muted">
          In full: <Address value={account} full />
        </p>
      )}
      {another && (
        <Notice tone="caution" title="You are currently signed in to another account.">
          <div className="flex flex-col gap-2">
            <p>
              On screen now: <Address value={active} full />
            </p>
            {account && (
              <p>
                This link opens: <Address value={account} full />
              </p>
            )}
            <p>
              Continue only if you asked for this link. Both accounts stay signed in; you can switch between
              them.
            </p>
          </div>
        </Notice>
      )}
      {active !== null && account === active && (
        <p className="text-muted">
          {endsAtMs
            ? 'You are already signed in to this account, but that session has ended or ends sooner: a good link takes its place.'
            : 'You are already signed in to this account; a good link renews the session.'}
        </p>
      )}
      {endsAtMs && (
        <p className="text-muted">
          This link cannot be renewed: the session ends <RelativeTime ms={endsAtMs} />, if Laso accepts the
          link. It is asked first.
        </p>
      )}
    </div>
  );
}
