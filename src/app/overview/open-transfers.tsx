import { accountIdOf } from '#domain/account.ts';
import { OpenTransferItem } from '#features/push-to-card/open-transfer-item.tsx';
import { openTransfers } from '#features/push-to-card/open-transfers.ts';
import { useAccounts } from '#session/laso-context.ts';
import { AccountName } from '#session/account-name.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { paths } from '#config/paths.ts';
import { useKeptTransfers } from '../device/use-kept-transfers.ts';

/** Every transfer paid from this browser that nobody has completed: its money reaches no one until then, whoever is on screen. */
export function OpenTransfers() {
  const { data = [] } = useKeptTransfers();
  const onScreen = useAccounts();
  const open = openTransfers(data);
  if (open.length === 0) return null;
  const isAlone = (account: string) => onScreen.length === 1 && onScreen[0]?.account === account;
  return (
    <ul aria-label="Open transfers" className="divide-y divide-hairline border-t border-hairline">
      {open.map((item) => {
        const account = accountIdOf(item.account);
        return (
          <RowBoundary
            key={item.id}
            version={item}
            what="This transfer"
            frame={(words) => <li className="py-2">{words}</li>}
          >
            <OpenTransferItem
              item={item}
              account={!isAlone(account) && <AccountName account={account} quiet />}
              way={<TextLink to={paths.pushToCard}>Complete the transfer</TextLink>}
            />
          </RowBoundary>
        );
      })}
    </ul>
  );
}
