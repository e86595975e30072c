import { COMPUTE_BUDGET_PROGRAM, LIGHTHOUSE_PROGRAM, MEMO_PROGRAM, TOKEN_PROGRAM } from './programs.ts';
import type { InstructionView, TransactionView } from './transaction-view.ts';

/** @x402/svm 2.27.0, `verifyStaticPath`: the first three instructions have fixed places, up to four may follow. */
const MAX_INSTRUCTIONS = 7;
const MAX_PRICE_MICROLAMPORTS = 5_000_000n;

/**
 * Whether the payment service (the x402 facilitator) takes a transaction laid out like this: compute limit, compute price, the
 * transfer, then nothing but memo and Lighthouse. The same payment in another order is refused there (lessons.md 16: Phantom today
 * puts three assertions before the transfer), so it is not sent at all.
 */
export function facilitatorTakes({ instructions }: TransactionView): boolean {
  const [limit, price, transfer, ...rest] = instructions;
  return (
    instructions.length <= MAX_INSTRUCTIONS &&
    limit?.program === COMPUTE_BUDGET_PROGRAM &&
    limit.data[0] === 2 &&
    price?.program === COMPUTE_BUDGET_PROGRAM &&
    priceOf(price) <= MAX_PRICE_MICROLAMPORTS &&
    transfer?.program === TOKEN_PROGRAM &&
    rest.every(({ program }) => program === MEMO_PROGRAM || program === LIGHTHOUSE_PROGRAM)
  );
}

function priceOf({ data }: InstructionView): bigint {
  if (data.length !== 9 || data[0] !== 3) return MAX_PRICE_MICROLAMPORTS + 1n;
  return new DataView(data.buffer, data.byteOffset, data.byteLength).getBigUint64(1, true);
}
