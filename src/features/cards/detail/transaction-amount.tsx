import { movedMoney, type Transaction } from '#domain/transaction.ts';
import { Money } from '#ui/money.tsx';

/** Debits are plain, refunds and the load have a plus, the load is quiet; what moved no money is struck through. */
export function TransactionAmount({ transaction }: { transaction: Transaction }) {
  const { kind } = transaction;
  const moved = movedMoney(transaction);
  const amount = (
    <Money
      cents={transaction.amountCents}
      signed={kind !== 'purchase'}
      tone={kind === 'refund' ? 'positive' : moved && kind === 'purchase' ? 'plain' : 'muted'}
    />
  );
  return moved ? amount : <s>{amount}</s>;
}
