import { useConfig } from '#config/config-context.ts';
import type { AccountId } from '#domain/account.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { Address } from '#ui/address.tsx';
import { Money } from '#ui/money.tsx';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { reportedDestination, type Destination } from './destination.ts';

interface DestinationAlertsProps {
  history: readonly Withdrawal[];
  destination: Destination;
  account: AccountId;
}

/** Withdrawals that went, or go, to another wallet than the account's own, as Laso itself reports them. */
export const strayWithdrawals = (
  history: readonly Withdrawal[],
  destination: Destination,
  account: AccountId,
): Withdrawal[] =>
  history.filter((one) => ['other', 'look-alike'].includes(reportedDestination(one, destination, account)));

/** Says at once when the address that Laso reports is not the account's; a look-alike is named as what it is. */
export function DestinationAlerts({ history, destination, account }: DestinationAlertsProps) {
  const { supportEmail } = useConfig();
  const strays = strayWithdrawals(history, destination, account);
  if (strays.length === 0) return null;
  const alike = strays.some((one) => reportedDestination(one, destination, account) === 'look-alike');
  return (
    <Notice
      tone="danger"
      title={
        strays.length === 1
          ? 'Laso lists a withdrawal to a wallet that is not this account’s.'
          : `Laso lists ${strays.length} withdrawals to wallets that are not this account’s.`
      }
    >
      <ul className="my-1 flex flex-col gap-1">
        {strays.map((one) => (
          <li key={one.id}>
            <Money cents={one.amountCents} />
            {one.requestedAtMs !== null && (
              <>
                , <RelativeTime ms={one.requestedAtMs} />
              </>
            )}
            {', to '}
            <Address value={one.address ?? ''} full />
            {reportedDestination(one, destination, account) === 'look-alike' && ' (looks alike)'}
          </li>
        ))}
      </ul>
      {alike &&
        'An address here starts and ends like yours but is a different one: someone may be hoping you copy it by mistake. Never copy an address from a history. '}
      Do not withdraw anything else until Laso has explained it: write to {supportEmail} and give the id of
      the withdrawal.
    </Notice>
  );
}
