import { useQuery } from '@tanstack/react-query';
import { useLaso } from '#session/laso-context.ts';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { cardQueries } from '../queries.ts';
import { revealWords } from './reveal-words.ts';

const SHOWN = 6;

/** When this card's details were looked at on this device. Nothing is shown until they were. */
export function RevealHistory({ cardId }: { cardId: string }) {
  const { data: entries = [] } = useQuery(cardQueries.reveals(useLaso(), cardId));
  if (entries.length === 0) return null;
  return (
    <Panel title="Revealed or copied">
      <div className="flex flex-col gap-3">
        <ul className="divide-y divide-hairline border-y border-hairline">
          {entries.slice(0, SHOWN).map((entry) => (
            <li key={`${entry.atMs} ${entry.action}`} className="flex justify-between gap-4 py-2">
              <RowBoundary version={entry}>
                {() => (
                  <>
                    <span>{revealWords(entry.action)}</span>
                    <span className="text-muted">
                      <RelativeTime ms={entry.atMs} />
                    </span>
                  </>
                )}
              </RowBoundary>
            </li>
          ))}
        </ul>
        <p className="text-sm text-muted">
          {entries.length > SHOWN && `And ${entries.length - SHOWN} earlier. `}
          On this device only. What an agent reads through Laso’s API does not appear here.
        </p>
      </div>
    </Panel>
  );
}
