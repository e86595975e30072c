import { useState } from 'react';
import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { setAccountLabel, TINTS, useAccountLabel } from '#session/account-label.ts';
import { AccountName } from '#session/account-name.tsx';
import { usePreferences } from '#storage/preferences.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { classNames } from '#ui/class-names.ts';
import { TextField } from '#ui/text-field.tsx';

interface SettingsAccount {
  accountId: AccountId;
  userId: string;
  keep: boolean;
  ended: boolean;
}

interface AccountSettingsProps {
  accounts: readonly SettingsAccount[];
  onKeep: (account: AccountId, keep: boolean) => void;
  onSignOut: (account: AccountId) => void;
}

/** Each account: what it is called here, its tint, whether it stays signed in, and the way out. */
export function AccountSettings({ accounts, onKeep, onSignOut }: AccountSettingsProps) {
  return (
    <ul aria-label="Accounts" className="divide-y divide-hairline border-y border-hairline">
      {accounts.map((account) => (
        <li key={account.accountId} className="py-5">
          <OneAccount {...account} onKeep={onKeep} onSignOut={onSignOut} />
        </li>
      ))}
    </ul>
  );
}

function OneAccount({
  accountId,
  userId,
  keep,
  ended,
  onKeep,
  onSignOut,
}: SettingsAccount & Pick<AccountSettingsProps, 'onKeep' | 'onSignOut'>) {
  const look = useAccountLabel(accountId);
  const chosen = usePreferences((preferences) => ownValue(preferences.accounts, accountId)?.name ?? '');
  const [name, setName] = useState(chosen);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="text-md font-medium">
          <AccountName account={accountId} />
        </h3>
        <span translate="no" className="font-mono text-mono break-all text-muted">
          {userId}
        </span>
      </div>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
        <div className="w-full max-w-80">
          <TextField
            label="Name on this device"
            placeholder="Research agent"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={() => setAccountLabel(accountId, { name: name.trim() })}
          />
        </div>
        <Tints
          name={look.name}
          value={look.colour}
          onChange={(colour) => setAccountLabel(accountId, { colour })}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Checkbox
          label="Keep me signed in"
          hint={
            ended
              ? 'The session has ended.'
              : keep
                ? 'On this device, until you sign out.'
                : 'Only in this tab, until you close it.'
          }
          checked={keep}
          disabled={ended}
          onChange={(event) => onKeep(accountId, event.target.checked)}
        />
        <Button size="small" onClick={() => onSignOut(accountId)}>
          {`Sign out ${look.name}`}
        </Button>
      </div>
    </div>
  );
}

const TINT_NAMES = ['Teal', 'Amber', 'Violet', 'Green', 'Red', 'Blue', 'Rose', 'Gray'];

function Tints({
  name,
  value,
  onChange,
}: {
  name: string;
  value: number;
  onChange: (colour: number) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Color</legend>
      <div className="flex">
        {Array.from({ length: TINTS }, (_, colour) => (
          <label
            key={colour}
            title={TINT_NAMES[colour]}
            className="grid size-9 cursor-pointer place-items-center rounded-control has-checked:bg-sunken has-focus-visible:focus-outline pointer-coarse:size-11"
          >
            <input
              type="radio"
              name={`tint of ${name}`}
              aria-label={TINT_NAMES[colour]}
              checked={colour === value}
              onChange={() => onChange(colour)}
              className="sr-only"
            />
            <span aria-hidden="true" className={classNames('account-mark scale-150', `tint-${colour}`)} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
