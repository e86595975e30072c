import { PaymentError } from '../payment-error.ts';
import {
  COMPUTE_BUDGET_PROGRAM,
  LIGHTHOUSE_ASSERTIONS,
  LIGHTHOUSE_PROGRAM,
  MEMO_PROGRAM,
  TOKEN_PROGRAM,
  USDC_DECIMALS,
} from './programs.ts';
import type { InstructionView, TransactionView } from './transaction-view.ts';

/** The one thing that may be signed: a USDC transfer whose network fee somebody else pays. */
export interface ExpectedTransfer {
  readonly payer: string;
  readonly feePayer: string;
  readonly mint: string;
  /** Token accounts, not wallets. */
  readonly source: string;
  readonly destination: string;
  readonly amountAtomic: bigint;
  /** The memo; null: whatever the library chose at random (32 hex digits). */
  readonly memo: string | null;
  /** null: any. */
  readonly blockhash: string | null;
}

const TRANSFER_CHECKED = 12;
const SET_LIMIT = 2;
const SET_PRICE = 3;
const RANDOM_MEMO = /^[0-9a-f]{32}$/;

/**
 * The check before the wallet and again after it: the transaction makes exactly the reviewed transfer and nothing else, whatever
 * order its instructions stand in (specs/schemes/exact/scheme_exact_svm.md). Assertions of Lighthouse may be among them. Returns the memo; throws PaymentError
 * `signer-refused` naming what differs.
 */
export function checkTransfer(view: TransactionView, expected: ExpectedTransfer): { memo: string } {
  const must = (fits: boolean, what: string): void => {
    if (!fits) throw refused(what);
  };
  must(view.version === 0 && !view.usesAddressTables, 'the form of the transaction');
  const [feePayer, payer, ...others] = view.signers;
  must(feePayer === expected.feePayer && feePayer !== expected.payer, 'who pays the network fee');
  must(payer === expected.payer && others.length === 0, 'the paying wallet');
  must(expected.blockhash === null || view.blockhash === expected.blockhash, 'the time it is valid for');

  const of = (program: string): InstructionView[] =>
    view.instructions.filter((instruction) => instruction.program === program);
  const known = [TOKEN_PROGRAM, COMPUTE_BUDGET_PROGRAM, MEMO_PROGRAM, LIGHTHOUSE_PROGRAM];
  must(
    view.instructions.every(({ program }) => known.includes(program)),
    'what it does (there is something more in it)',
  );
  must(of(LIGHTHOUSE_PROGRAM).every(isAssertion), 'what it does (it does more than check)');
  const budget = of(COMPUTE_BUDGET_PROGRAM).map(({ data }) => data[0] ?? -1);
  must(
    budget.toSorted((a, b) => a - b).join() === `${SET_LIMIT},${SET_PRICE}`,
    'what it may cost to process',
  );

  const [transfer, ...moreTransfers] = of(TOKEN_PROGRAM);
  if (!transfer || moreTransfers.length > 0) throw refused('the transfer');
  checkAccounts(transfer, expected, must);

  const [note, ...moreNotes] = of(MEMO_PROGRAM);
  if (!note || moreNotes.length > 0 || note.accounts.length > 0) throw refused('the payment number');
  const memo = new TextDecoder().decode(note.data);
  must(expected.memo === null ? RANDOM_MEMO.test(memo) : memo === expected.memo, 'the payment number');
  return { memo };
}

const isAssertion = ({ data }: InstructionView): boolean => {
  const [kind = -1] = data;
  return kind >= LIGHTHOUSE_ASSERTIONS.first && kind <= LIGHTHOUSE_ASSERTIONS.last;
};

function checkAccounts(
  { accounts, data }: InstructionView,
  expected: ExpectedTransfer,
  must: (fits: boolean, what: string) => void,
): void {
  must(data.length === 10 && data[0] === TRANSFER_CHECKED, 'the transfer');
  const bytes = new DataView(data.buffer, data.byteOffset, data.byteLength);
  must(bytes.getBigUint64(1, true) === expected.amountAtomic, 'the amount');
  must(data[9] === USDC_DECIMALS, 'the amount');
  const [source, mint, destination, authority, ...others] = accounts;
  must(mint === expected.mint, 'the token');
  must(destination === expected.destination, 'the recipient');
  must(source === expected.source && authority === expected.payer, 'the paying wallet');
  must(others.length === 0, 'the transfer');
}

const refused = (what: string): PaymentError =>
  new PaymentError(
    'signer-refused',
    `The transaction is not the payment you reviewed: ${what} differs. It was discarded unsent; nothing was paid.`,
  );
