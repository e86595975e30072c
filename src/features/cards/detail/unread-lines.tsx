import { linesCount } from '#domain/spend.ts';
import type { UnreadLine } from '#domain/transaction.ts';
import { TransactionTime } from './transaction-time.tsx';

/** Many of them are a change on Laso's side: the first few show which. */
const SHOWN = 20;

/** Lines that are in no sum, with what they say. */
export function UnreadLines({ lines }: { lines: readonly UnreadLine[] }) {
  return (
    <section aria-label="Lines that could not be read" className="flex flex-col gap-2">
      <h3 className="font-medium text-caution">{`${linesCount(lines.length)} could not be read`}</h3>
      <p className="max-w-prose text-sm text-muted">
        {lines.length === 1 ? 'It is' : 'They are'} not in what was spent, and may be purchases or refunds.
        Laso’s own words:
      </p>
      <ul className="flex flex-col text-sm">
        {lines.slice(0, SHOWN).map(({ key, text, when }) => (
          <li
            key={key}
            className="flex flex-wrap justify-between gap-x-4 border-b border-hairline py-1.5 last:border-0"
          >
            <span className="min-w-0 wrap-anywhere">{text}</span>
            <span className="text-muted">
              <TransactionTime when={when} />
            </span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p className="text-sm text-muted">{`And ${lines.length - SHOWN} more.`}</p>}
    </section>
  );
}
