import type { ReactNode } from 'react';

export type Definition = { key: string; term: ReactNode; detail: ReactNode };

/** Facts in two columns with hairlines between; under each other where it is narrow. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      {items.map((item) => (
        <div
          key={item.key}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5"
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 text-right break-words">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
