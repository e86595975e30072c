import { BASE_CHAIN_ID } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import { clockProblem, newestOf } from '../pay/clock-check.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import type { ChainReader } from './chain-reader.ts';

/** `stop`: Pay must not be possible. `caution`: shown, the person decides. */
interface PreflightFinding {
  readonly level: 'stop' | 'caution';
  readonly code: 'clock' | 'balance' | 'smart-wallet' | 'chain';
  readonly sentence: string;
}

interface Preflight {
  readonly balanceAtomic: bigint;
  readonly findings: readonly PreflightFinding[];
}

/**
 * What can be known before the wallet is asked: clock against the newest block, balance, the kind of account, the wallet's
 * network. Throws PaymentError `no-rpc`/`rpc` when the chain cannot be read: then there is no Pay either.
 */
export async function preflight(input: {
  review: Pick<ReviewedOrder, 'payer' | 'amountAtomic'>;
  walletChainId: number;
  reader: ChainReader;
  nowMs: () => number;
}): Promise<Preflight> {
  const { review, walletChainId, reader, nowMs } = input;
  const block = await newestOf(() => reader.readNewestBlock(), nowMs);
  // At that block: another machine behind the same address may be minutes older.
  const [balanceAtomic, code] = await Promise.all([
    reader.readUsdcBalance(review.payer, block.number),
    reader.hasCode(review.payer, block.number),
  ]);
  const findings: PreflightFinding[] = [];
  const clock = clockProblem(block, nowMs);
  if (clock !== null) findings.push({ level: 'stop', code: 'clock', sentence: clock });
  const amount = BigInt(review.amountAtomic);
  if (balanceAtomic < amount)
    findings.push({
      level: 'stop',
      code: 'balance',
      sentence: `This wallet has ${formatUsdc(balanceAtomic)} USDC on Base; this order needs ${formatUsdc(amount)}.`,
    });
  if (code)
    findings.push({
      level: 'caution',
      code: 'smart-wallet',
      sentence:
        'This is a smart-contract wallet. Laso may refuse its signature; an ordinary account is the safer choice.',
    });
  if (walletChainId !== BASE_CHAIN_ID)
    findings.push({
      level: 'stop',
      code: 'chain',
      sentence: 'The wallet is on another network. Switch it to Base.',
    });
  return { balanceAtomic, findings };
}
