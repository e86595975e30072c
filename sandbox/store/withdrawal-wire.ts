import { networkOf } from '../chain/payout.ts';
import { readable } from './card-wire.ts';
import type { StoredWithdrawal } from './withdrawals.ts';

/** What `POST /withdraw` answers about the withdrawal. */
export const withdrawalRecord = (one: StoredWithdrawal): Record<string, unknown> => ({
  id: one.id,
  amount: one.amountCents / 100,
  state: 'pending',
  timestamp: one.requestedAt,
  timestamp_readable: readable(one.requestedAt),
});

/** What `/get-withdrawal-status` answers: `tx_hash` and `tx_url` once it is on the chain. */
export function withdrawalStatus(one: StoredWithdrawal, explorerUrl: string): Record<string, unknown> {
  const address = one.reportedAddress === undefined ? one.address : one.reportedAddress;
  return {
    ...withdrawalRecord(one),
    asset: 'USDC',
    network: networkOf(one.owner) === 'base' ? 'BASE_MAINNET' : 'SOLANA_MAINNET',
    state: one.state,
    ...(address === null ? {} : { address }),
    ...(one.transaction === null
      ? {}
      : { tx_hash: one.transaction, tx_url: `${explorerUrl}/tx/${one.transaction}` }),
  };
}
