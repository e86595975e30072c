import type { AccountId } from '#domain/account.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { KIND_NAMES, NO_FILTERS, type ActivityFilters } from './activity-filters.ts';

interface ActivityBarProps {
  filters: ActivityFilters;
  onChange: (change: Partial<ActivityFilters>, by: 'typed' | 'chosen') => void;
  /** Names of the accounts on screen. */
  accounts: ReadonlyMap<AccountId, string>;
}

const KINDS = [
  { value: '', label: 'Everything' },
  ...Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label })),
];

/** Search and filters of the feed; on print they are left out. */
export function ActivityBar({ filters, onChange, accounts }: ActivityBarProps) {
  const filtered = Object.keys(NO_FILTERS).some((name) => filters[name] !== '');
  return (
    <div className="flex flex-wrap items-end gap-3 print:hidden">
      <div className="w-full max-w-80">
        <TextField
          type="search"
          label="Search activity"
          labelHidden
          placeholder="Merchant, last four, status …"
          value={filters.q}
          onChange={(event) => onChange({ q: event.target.value }, 'typed')}
        />
      </div>
      <SelectField
        label="Kind"
        labelHidden
        options={KINDS}
        value={filters.kind}
        onChange={(event) => onChange({ kind: event.target.value }, 'chosen')}
      />
      {accounts.size > 1 && (
        <SelectField
          label="Account"
          labelHidden
          options={[
            { value: '', label: 'All accounts' },
            ...[...accounts].map(([value, label]) => ({ value, label })),
          ]}
          value={filters.account}
          onChange={(event) => onChange({ account: event.target.value }, 'chosen')}
        />
      )}
      <div className="w-38">
        <TextField
          type="date"
          label="From"
          value={filters.from}
          onChange={(event) => onChange({ from: event.target.value }, 'chosen')}
        />
      </div>
      <div className="w-38">
        <TextField
          type="date"
          label="To"
          value={filters.to}
          onChange={(event) => onChange({ to: event.target.value }, 'chosen')}
        />
      </div>
      {filtered && (
        <Button variant="quiet" onClick={() => onChange(NO_FILTERS, 'chosen')}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
