import type { Journal } from './journal.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentRow, PaymentState } from './payment-row.ts';
import { withWalletLock, type Locks } from './wallet-lock.ts';

/** What a person may do with a row under /payments. Each throws PaymentError (`busy`, `state`, `storage`); nothing was changed then. */
export interface RowAction {
  readonly journal: Journal;
  readonly rowId: string;
  readonly now?: () => number;
  readonly locks?: Locks | undefined;
}

/** Under the wallet's lock, on the row as it is now. */
export async function withRow<T>(
  { journal, rowId, locks }: RowAction,
  states: readonly PaymentState[],
  work: (row: PaymentRow) => Promise<T>,
): Promise<T> {
  const before = await journal.get(rowId);
  if (!before) throw notNow();
  return withWalletLock(
    before.payer,
    async () => {
      const row = await journal.get(rowId);
      if (!row || !states.includes(row.state)) throw notNow();
      return work(row);
    },
    locks,
  );
}

export const notNow = () =>
  new PaymentError('state', 'This payment has changed in the meantime. Look at it again. Nothing was done.');
