import { movedMoney, type Transaction } from '#domain/transaction.ts';
import { Money } from '#ui/money.tsx';

/** Debits are plain, credits have a plus; what moved no money is struck through. */
export function TransactionAmount({ transaction }: { transaction: Transaction }) {
  const credit = transaction.kind === 'refund';
  const amount = (
    <Money
      cents={transaction.amountCents}
      signed={credit}
      tone={credit ? 'positive' : movedMoney(transaction) ? 'plain' : 'muted'}
    />
  );
  return movedMoney(transaction) ? amount : <s>{amount}</s>;
}
