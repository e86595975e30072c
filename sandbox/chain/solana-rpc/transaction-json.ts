import type { Address, CompiledTransactionMessage } from '@solana/kit';
import { tokenAmount } from './account-json.ts';
import { slotOf } from './block-clock.ts';
import type { AccountBalance, Mined } from './ledger.ts';
import { parsedInstruction } from './parsed-instruction.ts';
import { toBase58, toBase64 } from './wire.ts';

/**
 * `getTransaction`'s answer in the encodings that clients ask
 * for. Inner instructions are not recorded: the list is empty.
 */
export function transactionJson(mined: Mined, encoding: unknown) {
  const { wire, outcome } = mined;
  return {
    slot: Number(slotOf(mined.height)),
    blockTime: mined.blockTime,
    version: wire.message.version,
    transaction: encoded(mined, encoding),
    meta: {
      err: outcome.err,
      status: outcome.err ? { Err: outcome.err } : { Ok: null },
      fee: feeOf(mined),
      computeUnitsConsumed: outcome.unitsConsumed,
      logMessages: outcome.logs,
      innerInstructions: [],
      loadedAddresses: { readonly: [], writable: [] },
      preBalances: mined.before.map(({ lamports }) => Number(lamports)),
      postBalances: mined.after.map(({ lamports }) => Number(lamports)),
      preTokenBalances: tokenBalances(mined.before),
      postTokenBalances: tokenBalances(mined.after),
      rewards: [],
    },
  };
}

function encoded({ wire }: Mined, encoding: unknown) {
  if (encoding === 'base64') return [toBase64(wire.bytes), 'base64'];
  if (encoding === 'base58') return [toBase58(wire.bytes), 'base58'];
  const { message } = wire;
  const signatures = Object.values(wire.transaction.signatures).map((one) =>
    toBase58(one ? new Uint8Array(one) : new Uint8Array(64)),
  );
  const common = { recentBlockhash: message.lifetimeToken, addressTableLookups: [] };
  if (encoding === 'jsonParsed') {
    const accountKeys = message.staticAccounts.map((pubkey, index) => ({
      pubkey,
      signer: index < message.header.numSignerAccounts,
      writable: isWritable(message, index),
      source: 'transaction',
    }));
    const instructions = message.instructions.map((one) => parsedInstruction(one, message.staticAccounts));
    return { signatures, message: { ...common, accountKeys, instructions } };
  }
  const { numSignerAccounts, numReadonlySignerAccounts, numReadonlyNonSignerAccounts } = message.header;
  const header = {
    numRequiredSignatures: numSignerAccounts,
    numReadonlySignedAccounts: numReadonlySignerAccounts,
    numReadonlyUnsignedAccounts: numReadonlyNonSignerAccounts,
  };
  const instructions = message.instructions.map((one) => ({
    programIdIndex: one.programAddressIndex,
    accounts: one.accountIndices ?? [],
    data: toBase58(new Uint8Array(one.data ?? [])),
    stackHeight: 1,
  }));
  return { signatures, message: { ...common, accountKeys: message.staticAccounts, header, instructions } };
}

function isWritable({ header, staticAccounts }: CompiledTransactionMessage, index: number): boolean {
  return index < header.numSignerAccounts
    ? index < header.numSignerAccounts - header.numReadonlySignerAccounts
    : index < staticAccounts.length - header.numReadonlyNonSignerAccounts;
}

/** The fee that the fee payer, always the first account, paid: only the fee moves lamports here. */
function feeOf({ before, after }: Mined): number {
  return Number((before[0]?.lamports ?? 0n) - (after[0]?.lamports ?? 0n));
}

const tokenBalances = (balances: AccountBalance[]) =>
  balances.flatMap(({ token }, accountIndex) =>
    token ? [{ accountIndex, ...ownership(token), uiTokenAmount: tokenAmount(token.amount) }] : [],
  );

const ownership = ({ mint, owner }: { mint: Address; owner: Address }) => ({
  mint,
  owner,
  programId: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
});
