import type { Offer } from './challenge.ts';
import type { Finding } from './finding.ts';

const ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;
/** The longest memo a client accepts (@x402/svm, MAX_MEMO_BYTES). */
const MAX_MEMO_BYTES = 256;

/**
 * What only Solana's offers have (specs/schemes/exact/scheme_exact_svm.md): somebody else pays the network fee, or the transaction would need
 * the payer's SOL and one more permission. `payer` is checked where it is known already: after a wallet was connected.
 */
export function checkSolanaTerms({ extra, payTo }: Offer, payer: string | null): Finding[] {
  const findings: Finding[] = [];
  const { feePayer, memo } = extra;
  const paidByLaso = typeof feePayer === 'string' && ADDRESS.test(feePayer) && feePayer !== payer;
  if (!paidByLaso)
    findings.push({
      code: 'fee-payer',
      sentence: `The network fee would not be paid by Laso: expected an address other than the wallet’s, got ${words(feePayer)}. Nothing was signed.`,
      expected: 'an address of Laso’s payment service',
      got: words(feePayer),
    });
  if (payTo === payer)
    findings.push({
      code: 'recipient',
      sentence: 'The recipient is the paying wallet itself. Nothing was signed.',
      expected: 'Laso',
      got: payTo,
    });
  const fits =
    memo === undefined ||
    (typeof memo === 'string' && new TextEncoder().encode(memo).byteLength <= MAX_MEMO_BYTES);
  if (!fits)
    findings.push({
      code: 'memo',
      sentence: 'Laso asks for a note in the payment that is too long or not text. Nothing was signed.',
      expected: `at most ${MAX_MEMO_BYTES} bytes of text`,
      got: words(memo).slice(0, 100),
    });
  return findings;
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
