import type { GiftCardFilters } from '#laso/search-gift-cards.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { CatalogueOptions } from './catalogue-options.ts';

interface CatalogueFiltersProps {
  filters: GiftCardFilters;
  options: CatalogueOptions;
  onChange: (changes: Partial<GiftCardFilters>) => void;
}

/** Search and filters of the catalogue. A category can be chosen where Laso serves them. */
export function CatalogueFilters({ filters, options, onChange }: CatalogueFiltersProps) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-[minmax(16rem,2fr)_1fr_1fr_1fr]">
      <div className="max-md:col-span-2">
        <TextField
          type="search"
          label="Search gift cards"
          placeholder="Amazon, Steam, coffee …"
          autoComplete="off"
          value={filters.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
      <SelectField
        label="Country"
        options={options.countries}
        value={filters.country}
        onChange={(event) => onChange({ country: event.target.value })}
      />
      <SelectField
        label="Currency"
        options={options.currencies}
        value={filters.currency}
        onChange={(event) => onChange({ currency: event.target.value })}
      />
      {options.categories.length > 0 && (
        <SelectField
          label="Category"
          options={options.categories}
          value={filters.category}
          onChange={(event) => onChange({ category: event.target.value })}
        />
      )}
    </div>
  );
}
