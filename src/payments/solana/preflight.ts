import { formatUsdc } from '#domain/money.ts';
import type { SolanaReader } from './chain-reader.ts';

/** `stop`: Pay must not be possible. `caution`: shown, the person decides. The twin of `evm/preflight.ts`. */
export interface PreflightFinding {
  readonly level: 'stop' | 'caution';
  readonly code: 'clock' | 'balance' | 'recipient' | 'fee-payer' | 'wallet';
  readonly sentence: string;
}

export interface Preflight {
  readonly balanceAtomic: bigint;
  readonly findings: readonly PreflightFinding[];
}

const MAX_CLOCK_SKEW_SEC = 60;

export interface PreflightInput {
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
  const [balance, recipient, block] = await Promise.all([
    reader.readUsdcBalance(payer),
    reader.readUsdcBalance(payTo),
    reader.readNewestBlock(),
  ]);
  const findings: PreflightFinding[] = [];
  const stop = (code: PreflightFinding['code'], sentence: string): void => {
    findings.push({ level: 'stop', code, sentence });
  };
  const skewSec = Math.round(nowMs() / 1000) - block.timestampSec;
  if (Math.abs(skewSec) > MAX_CLOCK_SKEW_SEC)
    stop(
      'clock',
      `This device’s clock is ${Math.abs(skewSec)} seconds ${skewSec > 0 ? 'ahead of' : 'behind'} the chain. Set it to automatic, then try again.`,
    );
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
