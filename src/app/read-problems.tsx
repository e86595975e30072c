import { explainError } from '#laso/explain-error.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

interface ReadProblemsProps {
  problems: readonly { what: string; error: unknown; retry: () => void }[];
}

/** Reads that failed, said together: several failures with one cause are one message. What other reads gave stays on the page. */
export function ReadProblems({ problems }: ReadProblemsProps) {
  const byTitle = Map.groupBy(problems, ({ error }) => explainError(error).title);
  return [...byTitle].map(([title, same]) => (
    <Notice
      key={title}
      tone="danger"
      title={title}
      actions={
        <Button size="small" onClick={() => same.forEach(({ retry }) => retry())}>
          Try again
        </Button>
      }
    >
      {`${same.map(({ what }) => what).join(' and ')} could not be read. ${explainError(same[0]?.error).detail}`}
    </Notice>
  ));
}
