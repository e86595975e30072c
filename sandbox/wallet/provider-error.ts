/** Error codes of EIP-1193, EIP-1474 and EIP-3085 that the sandbox wallet answers with. */
export const REJECTED = 4001;
export const UNAUTHORIZED = 4100;
export const UNSUPPORTED_METHOD = 4200;
export const UNKNOWN_CHAIN = 4902;
export const INVALID_PARAMS = -32602;
export const INTERNAL = -32603;

/** What a wallet throws: a sentence and a code that the page reads. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
