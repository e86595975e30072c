import { formatUsdc } from '#domain/money.ts';
import { clockProblem, newestOf } from '../pay/clock-check.ts';
import type { SolanaReader } from './chain-reader.ts';

/** `stop`: Pay must not be possible. `caution`: shown, the person decides. The twin of `evm/preflight.ts`. */
interface PreflightFinding {
  readonly level: 'stop' | 'caution';
  readonly code: 'clock' | 'balance' | 'recipient' | 'fee-payer' | 'wallet';
  readonly sentence: string;
}

interface Preflight {
  readonly balanceAtomic: bigint;
  readonly findings: readonly PreflightFinding[];
}

interface PreflightInput {
  readonly payer: string;
  readonly payTo: string;
  readonly amountAtomic: string;
  /** Who pays the network fee by the offer (`extra.feePayer`). */
  readonly feePayer: unknown;
  /** false: the wallet cannot sign a transaction without sending it. */
  readonly canSign: boolean;
  readonly reader: SolanaReader;
  readonly nowMs: () => number;
}

/**
 * What can be known before the wallet is asked: balance, clock, the recipient's token account (nothing here creates one), who pays the fee. Facilitators
 * name none of these in their refusals. Throws PaymentError `no-rpc`/`rpc` when the chain cannot be read.
 */
export async function preflight(input: PreflightInput): Promise<Preflight> {
  const { payer, payTo, amountAtomic, reader, nowMs } = input;
  const block = await newestOf(() => reader.readNewestBlock(), nowMs);
  // At that slot or later: another machine behind the same address may be minutes older.
  const [balance, recipient] = await Promise.all([
    reader.readUsdcBalance(payer, block.slot),
    reader.readUsdcBalance(payTo, block.slot),
  ]);
  const findings: PreflightFinding[] = [];
  const stop = (code: PreflightFinding['code'], sentence: string): void => {
    findings.push({ level: 'stop', code, sentence });
  };
  const clock = clockProblem(block, nowMs);
  if (clock !== null) stop('clock', clock);
  const amount = BigInt(amountAtomic);
  const balanceAtomic = balance ?? 0n;
  if (balanceAtomic < amount)
    stop(
      'balance',
      `This wallet has ${formatUsdc(balanceAtomic)} USDC on Solana; this order needs ${formatUsdc(amount)}.`,
    );
  if (recipient === null)
    stop(
      'recipient',
      'Laso’s address has no USDC account on Solana, so it cannot be paid there. Pay on Base.',
    );
  if (input.feePayer === payer)
    stop(
      'fee-payer',
      'Laso asks this wallet to pay the network fee too. That is not how its payments work, so nothing is signed.',
    );
  if (!input.canSign)
    stop(
      'wallet',
      'This wallet cannot sign a payment without sending it itself, which Laso’s payments need. Use another Solana wallet, or pay on Base.',
    );
  return { balanceAtomic, findings };
}
