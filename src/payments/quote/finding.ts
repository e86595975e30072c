export type FindingCode =
  | 'no-offer'
  | 'version'
  | 'scheme'
  | 'network'
  | 'asset'
  | 'recipient'
  | 'token-domain'
  | 'transfer-method'
  | 'fee-payer'
  | 'memo'
  | 'timeout'
  | 'amount'
  | 'resource';

/** One difference between what was ordered and what the server asks for. `sentence` is for a person. */
export interface Finding {
  readonly code: FindingCode;
  readonly sentence: string;
  readonly expected: string;
  readonly got: string;
}
