import { shortAddress, type AccountId } from '#domain/account.ts';
import { Address } from '#ui/address.tsx';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';

interface LinkNotNeededProps {
  account: AccountId;
  onContinue: () => void;
}

/** A link without renewal for an account whose session here is better: it must not take its place. */
export function LinkNotNeeded({ account, onContinue }: LinkNotNeededProps) {
  return (
    <>
      <PageHeader title="You are already signed in to this account." documentTitle="Sign in" />
      <p className="max-w-prose text-md">
        This link is for <Address value={account} className="font-medium" />, and the session you have here
        lasts longer than the link would. It is not needed: it was not used, and nothing has changed.
      </p>
      <div>
        <Button variant="primary" size="large" onClick={onContinue}>
          Continue as {shortAddress(account)}
        </Button>
      </div>
    </>
  );
}
