import { useMemo } from 'react';
import { statusWord, type Card } from '#domain/card.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { isNarrowed, sortOrderOf, STATUS_ORDER, TYPE_ORDER, type CardFilters } from './card-filters.ts';

interface CardFilterBarProps {
  /** All there are: only what occurs among them is offered. */
  cards: readonly Card[];
  filters: CardFilters;
  onChange: (change: Partial<CardFilters>, by: 'typed' | 'chosen') => void;
  /** Left out where the page offers the same already. */
  onClear: (() => void) | undefined;
  /** What is found, for those who do not see the list change: "12 of 40 cards". */
  found: string;
}

const TYPE_WORDS = { us: 'U.S. cards', intl: 'International cards', other: 'Other cards' } as const;

/** Orders a phone can choose; where the table has headings they do it. */
const SORTS = [
  { value: '-ordered', label: 'Newest first' },
  { value: 'ordered', label: 'Oldest first' },
  { value: '-left', label: 'Most left first' },
  { value: '-spent', label: 'Most spent first' },
  { value: '-loaded', label: 'Largest first' },
  { value: 'status', label: 'By status' },
  { value: 'label', label: 'By label' },
];

export function CardFilterBar({ cards, filters, onChange, onClear, found }: CardFilterBarProps) {
  const looks = usePreferences((preferences) => preferences.accounts);
  const { statuses, types, accounts } = useMemo(() => occurring(cards), [cards]);
  const { key, descending } = sortOrderOf(filters.sort);
  const sort = `${descending ? '-' : ''}${key}`;
  return (
    <search aria-label="Cards" className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap">
      <div className="col-span-full sm:max-w-80 sm:flex-1 sm:basis-56">
        <TextField
          type="search"
          label="Search cards"
          labelHidden
          placeholder="Last four, merchant, label …"
          value={filters.q}
          onChange={(event) => onChange({ q: event.target.value }, 'typed')}
        />
      </div>
      <Choice
        label="Status"
        every="Every status"
        value={filters.status}
        options={statuses}
        onChoose={(status) => onChange({ status }, 'chosen')}
      />
      <Choice
        label="Type"
        every="Every type"
        value={filters.type}
        options={types}
        onChoose={(type) => onChange({ type }, 'chosen')}
      />
      {(accounts.length > 1 || filters.account) && (
        <Choice
          label="Account"
          every="Every account"
          value={filters.account}
          options={accounts.map((account) => ({ value: account, label: labelOf(looks, account).name }))}
          onChoose={(account) => onChange({ account }, 'chosen')}
        />
      )}
      <div className="md:hidden">
        <SelectField
          label="Order"
          labelHidden
          className="w-full"
          options={
            SORTS.some(({ value }) => value === sort)
              ? SORTS
              : [...SORTS, { value: sort, label: `By ${key}` }]
          }
          value={sort}
          onChange={(event) => onChange({ sort: event.target.value }, 'chosen')}
        />
      </div>
      {onClear && isNarrowed(filters) && (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <output className="sr-only">{found}</output>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  every: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** A value from an old link that nothing has any more stays visible, or nobody would know why nothing is found. */
function Choice({ label, every, value, options, onChoose }: ChoiceProps) {
  const known = value === '' || options.some((option) => option.value === value);
  return (
    <div>
      <SelectField
        label={label}
        labelHidden
        className="w-full"
        value={value}
        options={[{ value: '', label: every }, ...options, ...(known ? [] : [{ value, label: value }])]}
        onChange={(event) => onChoose(event.target.value)}
      />
    </div>
  );
}

function occurring(cards: readonly Card[]) {
  const statuses = new Set(cards.map(({ status }) => status));
  const types = new Set(cards.map(({ type }) => type));
  return {
    statuses: STATUS_ORDER.filter((status) => statuses.has(status)).map((status) => ({
      value: status,
      label: status === 'unknown' ? 'Other' : statusWord({ status, rawStatus: '' }),
    })),
    types: TYPE_ORDER.filter((type) => types.has(type)).map((type) => ({
      value: type,
      label: TYPE_WORDS[type],
    })),
    accounts: [...new Set(cards.map(({ accountId }) => accountId))],
  };
}
