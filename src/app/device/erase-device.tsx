import { EraseTwice } from '#session/erase-twice.tsx';
import { eraseEverything, useLosses } from './device-data.ts';

/** Asks twice, says what would be lost for good, and erases all that is on this device. */
export function EraseDevice({ onCancel }: { onCancel: () => void }) {
  const { data: losses, isPending } = useLosses();
  const lost = isPending
    ? 'What would be lost is being counted.'
    : losses
      ? lossWords(losses)
      : 'It could not be read what would be lost for good: there may be unused codes, redemption links or payments that are not settled yet.';
  return (
    <EraseTwice
      what="everything on this device"
      warning={`${lost} All accounts are signed out, in every tab. Cards, balances and what Laso lists stay with Laso.`.trim()}
      erase={eraseEverything}
      onErased={() => undefined}
      onCancel={onCancel}
    />
  );
}

interface Losses {
  codes: number;
  payments: number;
  withdrawals: number;
}

function lossWords({ codes, payments, withdrawals }: Losses): string {
  const lost = [
    counted(codes, 'unused code or link', 'unused codes or links'),
    counted(payments, 'record of a payment not settled yet', 'records of payments not settled yet'),
    counted(withdrawals, 'record of a withdrawal not settled yet', 'records of withdrawals not settled yet'),
  ].filter((words) => words !== null);
  if (lost.length === 0) return '';
  return `Lost for good, also of accounts that are signed out: ${lost.join(', ')}.`;
}

const counted = (count: number, one: string, more: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : more}`;
