import { accountIdOf, type AccountId } from '#domain/account.ts';
import { Address } from '#ui/address.tsx';
import { Notice } from '#ui/notice.tsx';

/** Whose account the wallet opens, and whose is on screen now. */
export function AccountsShown({
  address,
  accountOnScreen,
}: {
  address: string;
  accountOnScreen: AccountId | null;
}) {
  const account = accountIdOf(address);
  return (
    <>
      <p className="max-w-prose text-md">
        It opens the wallet’s own account, <Address value={address} full className="font-medium" />.
      </p>
      {accountOnScreen !== null && accountOnScreen !== account && (
        <Notice tone="caution" title="You are currently signed in to another account.">
          <p>
            On screen now: <Address value={accountOnScreen} full />
          </p>
          <p>
            This wallet opens: <Address value={address} full />
          </p>
          <p>Both stay signed in; you can switch between them.</p>
        </Notice>
      )}
      {accountOnScreen === account && (
        <p className="text-muted">You are already signed in to this account; this renews the session.</p>
      )}
    </>
  );
}
