import {
  AccountRole,
  address,
  appendTransactionMessageInstructions,
  createSolanaRpc,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
  type Address,
} from '@solana/kit';
import { SOLANA_FEE_PAYER, solanaTestSigner } from './solana-accounts.ts';
import { SOLANA_PAY_TO, SOLANA_USDC, type SolanaChain } from './solana-chain.ts';
import { TOKEN_PROGRAM, USDC_DECIMALS } from './spl-token.ts';

const MEMO_PROGRAM = address('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');
const TRANSFER_CHECKED = 12;

interface SolanaPayOut {
  to: string;
  atomic: bigint;
  /** Makes two equal withdrawals two transactions. */
  note: string;
}

/**
 * Pays USDC out from Laso on Solana and returns the transaction's id. The sandbox has no key of Laso's:
 * Laso's token account names our fee payer as delegate.
 */
export async function payOutOnSolana(
  chain: SolanaChain,
  { to, atomic, note }: SolanaPayOut,
): Promise<string> {
  const payer = await solanaTestSigner(SOLANA_FEE_PAYER);
  const held = await chain.usdcBalanceOf(SOLANA_PAY_TO);
  await chain.fund(SOLANA_PAY_TO, held < atomic ? atomic : held, payer.address);
  if ((await chain.usdcBalanceOf(to)) === 0n) await chain.fund(to, 0n);
  const [source, target] = await Promise.all([chain.usdcAccountOf(SOLANA_PAY_TO), chain.usdcAccountOf(to)]);
  const { value: lifetime } = await createSolanaRpc(chain.rpcUrl)
    .getLatestBlockhash({ commitment: 'confirmed' })
    .send();
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (empty) => setTransactionMessageFeePayerSigner(payer, empty),
    (paid) => setTransactionMessageLifetimeUsingBlockhash(lifetime, paid),
    (timed) =>
      appendTransactionMessageInstructions(
        [
          transferChecked({ source, target, authority: payer.address, atomic }),
          { programAddress: MEMO_PROGRAM, data: new TextEncoder().encode(note) },
        ],
        timed,
      ),
  );
  const signed = await signTransactionMessageWithSigners(message);
  if (!chain.send(getBase64EncodedWireTransaction(signed)))
    throw new Error('The withdrawal was refused by the local chain.');
  return getSignatureFromTransaction(signed);
}

/** SPL Token's TransferChecked: number 12, amount, decimals. */
function transferChecked(transfer: { source: Address; target: Address; authority: Address; atomic: bigint }) {
  const data = new Uint8Array(10);
  data[0] = TRANSFER_CHECKED;
  new DataView(data.buffer).setBigUint64(1, transfer.atomic, true);
  data[9] = USDC_DECIMALS;
  return {
    programAddress: TOKEN_PROGRAM,
    data,
    accounts: [
      { address: transfer.source, role: AccountRole.WRITABLE },
      { address: SOLANA_USDC, role: AccountRole.READONLY },
      { address: transfer.target, role: AccountRole.WRITABLE },
      { address: transfer.authority, role: AccountRole.READONLY_SIGNER },
    ],
  };
}
