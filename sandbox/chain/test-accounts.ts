import { mnemonicToAccount, type HDAccount } from 'viem/accounts';

/** The mnemonic every local Ethereum tool uses. Its keys are public: never send real money to them. */
const MNEMONIC = 'test test test test test test test test test test test junk';

/** Who uses which index of the mnemonic. Wallets for people are 1–4. */
export const ACCOUNT_INDEX = { facilitator: 0, firstWallet: 1, busy: 5, firstDay: 6, second: 7 } as const;
export const WALLET_INDICES = [1, 2, 3, 4] as const;

export function testAccount(index: number): HDAccount {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index });
}

/** The account id Laso would give the payer: its address in lower case. */
export const testUserId = (index: number): string => testAccount(index).address.toLowerCase();
