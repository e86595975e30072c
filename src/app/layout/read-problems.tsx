import { groupBy } from '#domain/group-by.ts';
import { explainError, lasoSays } from '#laso/explain-error.ts';
import { LasoError } from '#laso/laso-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

interface Problem {
  what: string;
  error: unknown;
  retrying: boolean;
  retry: () => void;
}

/** Reads that failed, said together: several failures with one cause are one message. What other reads gave stays on the page. */
export function ReadProblems({ problems }: { problems: readonly Problem[] }) {
  const byTitle = groupBy(problems, ({ error }) => explainError(error).title);
  return [...byTitle].map(([title, same]) => (
    <Notice
      key={title}
      tone="danger"
      title={title}
      actions={
        <Button
          size="small"
          busy={same.some(({ retrying }) => retrying)}
          onClick={() => same.forEach(({ retry }) => retry())}
        >
          Try again
        </Button>
      }
    >
      {`${sentence(same)} could not be read. ${explainRead(same[0]?.error)}`}
    </Notice>
  ));
}

/** A read is nobody's input: a question that Laso refuses is this page's own. */
function explainRead(error: unknown): string {
  const { detail } = explainError(error);
  if (!(error instanceof LasoError) || error.kind !== 'bad-request') return detail;
  if (error.terminal || error.status !== 400) return detail;
  return `${lasoSays(error)} Try again. If it keeps happening, this page may need an update.`.trim();
}

/** "The U.S. cards, the international cards and the account balance" */
function sentence(problems: readonly Problem[]): string {
  const names = problems.map(({ what }) => what);
  const text = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Laso has frozen the account: pages stop offering what costs money (lessons.md S30). */
export const isFrozen = (problems: readonly Problem[]): boolean =>
  problems.some(({ error }) => error instanceof LasoError && error.kind === 'frozen');
