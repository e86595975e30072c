import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Money } from './money.tsx';

interface Share {
  key: string;
  name: ReactNode;
  cents: number;
  /** How many payments it is made of. */
  count: number;
}

const SHOWN = 6;

/**
 * Amounts by what they went to, largest first, each with its share as a bar: a chart that is a table. A
 * button shows the rest.
 */
export function ShareTable({ label, shares }: { label: string; shares: readonly Share[] }) {
  const [all, setAll] = useState(false);
  const total = shares.reduce((sum, { cents }) => sum + Math.max(0, cents), 0);
  const shown = all || shares.length <= SHOWN + 1 ? shares : shares.slice(0, SHOWN);
  const rest = shares.slice(shown.length);
  return (
    <div className="flex flex-col items-start gap-2">
      <table aria-label={label} className="share-table">
        <colgroup>
          <col />
          <col className="w-14" />
          <col className="w-26" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">Payments</th>
            <th scope="col">Spent</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, cents, count }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" className="share-bar">
                  <rect width="100" height="2" className="fill-sunken" />
                  <rect
                    width={total > 0 ? (Math.max(0, cents) / total) * 100 : 0}
                    height="2"
                    className="fill-accent"
                  />
                </svg>
              </th>
              <td className="text-muted">{`${count} ×`}</td>
              <td>
                <Money cents={cents} />
              </td>
            </tr>
          ))}
          {rest.length > 0 && (
            <tr>
              <th scope="row" className="text-muted">
                {`${rest.length} others`}
              </th>
              <td className="text-muted">{`${rest.reduce((sum, { count }) => sum + count, 0)} ×`}</td>
              <td>
                <Money cents={rest.reduce((sum, { cents }) => sum + cents, 0)} tone="muted" />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {shares.length > SHOWN + 1 && (
        <Button size="small" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${shares.length}`}
        </Button>
      )}
    </div>
  );
}
