import { useAllWithdrawn } from '#features/balance/use-all-withdrawn.ts';
import { explainError } from '#laso/explain-error.ts';
import { Money } from '#ui/money.tsx';

/** A figure of the overview that comes after the others: the code that reads withdrawals is not part of the first load. */
export function Withdrawn() {
  const { withdrawnCents, problem } = useAllWithdrawn();
  return <Money cents={withdrawnCents} reason={problem ? explainError(problem.error).title : 'Loading'} />;
}
