import { mnemonicToAccount, type HDAccount } from 'viem/accounts';

/** The mnemonic every local Ethereum tool uses. Its keys are public: never send real money to them. */
const MNEMONIC = 'test test test test test test test test test test test junk';

/** The seeded agents' keys. The first ten are the scenario `ten`. */
export const AGENT_INDEX = {
  busy: 5,
  firstDay: 6,
  second: 7,
  veryLarge: 8,
  research: 9,
  travel: 10,
  support: 11,
  marketing: 12,
  design: 13,
  operations: 14,
  everyStatus: 15,
  signal: 16,
} as const;
export type AgentName = keyof typeof AGENT_INDEX;

/** Which index of the mnemonic is whose. Wallets for people are 1–4. */
export const ACCOUNT_INDEX = { facilitator: 0, firstWallet: 1, ...AGENT_INDEX } as const;
export const WALLET_INDICES = [1, 2, 3, 4] as const;

const known = new Map<number, HDAccount>();

/** Kept, because deriving a key takes 10 ms and every reset needs all of them. */
export function testAccount(index: number): HDAccount {
  const account = known.get(index) ?? mnemonicToAccount(MNEMONIC, { addressIndex: index });
  known.set(index, account);
  return account;
}

/** The account id Laso would give the payer: its address in lower case. */
export const testUserId = (index: number): string => testAccount(index).address.toLowerCase();

/** Account ids of the seeded agents. */
export type SeededAccounts = Readonly<Record<AgentName, string>>;

export const seededAccounts = (): SeededAccounts => ({
  busy: testUserId(AGENT_INDEX.busy),
  firstDay: testUserId(AGENT_INDEX.firstDay),
  second: testUserId(AGENT_INDEX.second),
  veryLarge: testUserId(AGENT_INDEX.veryLarge),
  research: testUserId(AGENT_INDEX.research),
  travel: testUserId(AGENT_INDEX.travel),
  support: testUserId(AGENT_INDEX.support),
  marketing: testUserId(AGENT_INDEX.marketing),
  design: testUserId(AGENT_INDEX.design),
  operations: testUserId(AGENT_INDEX.operations),
  everyStatus: testUserId(AGENT_INDEX.everyStatus),
  signal: testUserId(AGENT_INDEX.signal),
});
