import type { AccountId } from '#domain/account.ts';
import type { Laso } from '#session/laso-context.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { SelectField } from '#ui/select-field.tsx';

interface AccountChoiceProps {
  accounts: readonly Laso[];
  chosen: AccountId;
  onChoose: (account: AccountId) => void;
}

/** Which of the accounts on screen a page acts for; nothing where there is only one. */
export function AccountChoice({ accounts, chosen, onChoose }: AccountChoiceProps) {
  const looks = usePreferences((preferences) => preferences.accounts);
  if (accounts.length < 2) return null;
  return (
    <div className="max-w-100">
      <SelectField
        label="Account"
        value={chosen}
        onChange={(event) => {
          const next = accounts.find(({ account }) => account === event.target.value);
          if (next) onChoose(next.account);
        }}
        options={accounts.map(({ account }) => ({ value: account, label: labelOf(looks, account).name }))}
      />
    </div>
  );
}
