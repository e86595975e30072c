import type { Address, CompiledTransactionMessage } from '@solana/kit';
import { TOKEN_PROGRAM } from '../spl-token.ts';
import { tokenAmount } from './account-json.ts';
import { toBase58 } from './wire.ts';

type Instruction = CompiledTransactionMessage['instructions'][number];

const MEMO_PROGRAM = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
const TRANSFER_CHECKED = 12;

/** An instruction as `jsonParsed` gives it: transfers and memos in words, the rest as bytes. */
export function parsedInstruction(instruction: Instruction, keys: readonly Address[]) {
  const programId = keys[instruction.programAddressIndex] ?? '';
  const accounts = (instruction.accountIndices ?? []).map((index) => keys[index] ?? '');
  const data = new Uint8Array(instruction.data ?? []);
  if (programId === MEMO_PROGRAM)
    return { program: 'spl-memo', programId, parsed: new TextDecoder().decode(data), stackHeight: 1 };
  if (programId === TOKEN_PROGRAM && data[0] === TRANSFER_CHECKED && data.length === 10) {
    const [source, mint, destination, authority] = accounts;
    const amount = new DataView(data.buffer).getBigUint64(1, true);
    const info = { source, mint, destination, authority, tokenAmount: tokenAmount(amount) };
    return { program: 'spl-token', programId, parsed: { type: 'transferChecked', info }, stackHeight: 1 };
  }
  return { programId, accounts, data: toBase58(data), stackHeight: 1 };
}
