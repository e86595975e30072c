import {
  AccountRole,
  appendTransactionMessageInstruction,
  blockhash,
  compileTransaction,
  createTransactionMessage,
  getTransactionEncoder,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
  signatureBytes,
  type Address,
} from '@solana/kit';
import { TOKEN_PROGRAM } from '../spl-token.ts';
import type { BlockClock } from './block-clock.ts';
import type { Mined } from './ledger.ts';
import { readTransaction, toBase64 } from './wire.ts';

interface Funding {
  readonly mint: Address;
  readonly authority: Address;
  readonly account: Address;
  readonly amount: bigint;
}

/** A thousand blocks ago. */
const BLOCKS_AGO = 1_000n;
const MINT_TO = 7;

/**
 * The transaction that funded an account some minutes ago: on a real chain every
 * account with money has one, and its list starts before anything that the money
 * is spent on. The chain only lists it; the balance itself is set directly.
 */
export function fundingOf(clock: BlockClock, { mint, authority, account, amount }: Funding): Mined {
  const data = new Uint8Array(9);
  data[0] = MINT_TO;
  new DataView(data.buffer).setBigUint64(1, amount, true);
  const accounts = [
    { address: mint, role: AccountRole.WRITABLE },
    { address: account, role: AccountRole.WRITABLE },
    { address: authority, role: AccountRole.READONLY_SIGNER },
  ];
  const { blockhash: hash, lastValidHeight } = clock.latest('processed');
  const { messageBytes } = pipe(
    createTransactionMessage({ version: 0 }),
    (message) => setTransactionMessageFeePayer(authority, message),
    (message) =>
      setTransactionMessageLifetimeUsingBlockhash(
        { blockhash: blockhash(hash), lastValidBlockHeight: lastValidHeight },
        message,
      ),
    (message) =>
      appendTransactionMessageInstruction({ programAddress: TOKEN_PROGRAM, accounts, data }, message),
    compileTransaction,
  );
  const signature = signatureBytes(crypto.getRandomValues(new Uint8Array(64)));
  const wire = getTransactionEncoder().encode({ messageBytes, signatures: { [authority]: signature } });
  const transaction = readTransaction(toBase64(new Uint8Array(wire)), 'base64');
  return {
    signature: transaction.signature ?? '',
    height: clock.height('processed') - BLOCKS_AGO,
    blockTime: Math.floor((clock.now() - Number(BLOCKS_AGO) * 400) / 1_000),
    outcome: { err: null, logs: [], unitsConsumed: 0 },
    wire: transaction,
    before: [],
    after: [],
  };
}
