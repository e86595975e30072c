import { bytesToHex, type Address, type Hex } from 'viem';
import { ACCOUNT_INDEX, testAccount, WALLET_INDICES } from '../chain/test-accounts.ts';

interface WalletAccount {
  readonly address: Address;
  readonly privateKey: Hex;
}

/**
 * The sandbox wallet's accounts, in the order in which `useAccount(index)` counts them. First come those of
 * people, which no agent owns (the wallet starts with the first), then those of the agents: busy, first-day,
 * second, for a wallet that pays for the account on screen.
 */
export function walletAccounts(): WalletAccount[] {
  const { busy, firstDay, second } = ACCOUNT_INDEX;
  return [...WALLET_INDICES, busy, firstDay, second].map((index) => {
    const account = testAccount(index);
    const key = account.getHdKey().privateKey;
    if (!key) throw new Error(`The test phrase gave no key for index ${index}`);
    return { address: account.address, privateKey: bytesToHex(key) };
  });
}
