/**
 * A transaction's error as the RPC spells it: a name, or
 * `{InstructionError: [index, name | {Custom: code}]}`.
 */
export type TransactionError = string | { InstructionError: [number, string | { Custom: number }] };

/** litesvm numbers its errors in this order. */
const TRANSACTION_ERRORS =
  'AccountInUse AccountLoadedTwice AccountNotFound ProgramAccountNotFound InsufficientFundsForFee InvalidAccountForFee AlreadyProcessed BlockhashNotFound CallChainTooDeep MissingSignatureForFee InvalidAccountIndex SignatureFailure InvalidProgramForExecution SanitizeFailure'.split(
    ' ',
  );
const INSTRUCTION_ERRORS =
  'GenericError InvalidArgument InvalidInstructionData InvalidAccountData AccountDataTooSmall InsufficientFunds IncorrectProgramId MissingRequiredSignature AccountAlreadyInitialized UninitializedAccount'.split(
    ' ',
  );

/** From litesvm's error values: numbers, or objects with an `index` and an inner error. */
export function transactionError(error: unknown): TransactionError {
  if (typeof error === 'number') return TRANSACTION_ERRORS[error] ?? 'SanitizeFailure';
  if (typeof error !== 'object' || error === null || !('index' in error)) return 'SanitizeFailure';
  const inner = 'err' in error && typeof error.err === 'function' ? safely(error.err.bind(error)) : null;
  return { InstructionError: [Number(error.index), instructionError(inner)] };
}

function instructionError(inner: unknown): string | { Custom: number } {
  if (typeof inner === 'number') return INSTRUCTION_ERRORS[inner] ?? 'ProgramFailedToComplete';
  if (typeof inner === 'object' && inner !== null && 'code' in inner) return { Custom: Number(inner.code) };
  return 'ProgramFailedToComplete';
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
