/**
 * The names under which this page stores small things and reaches its other tabs: localStorage,
 * sessionStorage, BroadcastChannel, Web Locks. Each is here once. A name never changes: what is stored under
 * the old one would be lost, and a tab that runs an older build would no longer hear this one. The IndexedDB
 * stores are in database.ts.
 */

// localStorage: this device, until it is erased.

/** Color scheme, account labels, thresholds and other settings (preferences.ts). */
export const PREFERENCES_KEY = 'laso.preferences';
/** The owner's label and note of each card (card-notes.ts). */
export const CARD_NOTES_KEY = 'laso.card-notes';
/** Signals that were put aside, by account (dismissals.ts). */
export const DISMISSALS_KEY = 'laso.dismissals';
/** When each account's activity was last looked at, and hashes of what was there (visits.ts). */
export const VISITS_KEY = 'laso.visits';
/** When this device first saw an item in a state that should end, by account (first-seen.ts). */
export const FIRST_SEEN_KEY = 'laso.first-seen';
/**
 * Alert rules and history (alerts.ts). Also the event that this tab dispatches on itself when a rule changes.
 */
export const ALERTS_KEY = 'laso.alerts';
/** When each account was last signed out. Also the BroadcastChannel that says so where storage is full. */
export const SIGNED_OUT_KEY = 'laso.signed-out';
/** The times of balance refreshes, by card: the provider limits them. */
export const BALANCE_REFRESHES_KEY = 'laso.balance-refreshes';
/** Until when the provider refuses balance refreshes, by card. */
export const BALANCE_REFUSALS_KEY = 'laso.balance-refreshes-refused';
/** The Solana wallet library writes the chosen wallet's name here; the page removes it at once. */
export const SOLANA_WALLET_KEY = 'laso-solana-wallet';

// sessionStorage: this tab, until it is closed.

/** The sessions that are not kept on the device. */
export const SESSIONS_KEY = 'laso.sessions';
/** The account on screen. */
export const ACTIVE_ACCOUNT_KEY = 'laso.active-account';
/** Set while "All accounts" is on screen. */
export const ALL_ACCOUNTS_KEY = 'laso.all-accounts';
/** How far the login link got that opened this tab; never the link itself. */
export const OPENED_LINK_KEY = 'laso.link';

// BroadcastChannel: every open tab of this browser.

/** Renewed tokens, and the question for newer ones. */
export const TOKENS_CHANNEL = 'laso.tokens';
/** The id of each payment row that the journal commits. */
export const PAYMENTS_CHANNEL = 'laso-payments';

// Web Locks: held in one tab at a time.

/** Held while an account's token is renewed. */
export const renewalLock = (accountId: string): string => `laso-renew:${accountId}`;
/** Held while a wallet pays: one order at a time. */
export const walletLock = (wallet: string): string => `laso-pay:${wallet.toLowerCase()}`;
/** Held while open payments are compared with the chain and Laso's lists. */
export const RECONCILE_LOCK = 'laso-reconcile';
/** Held while a withdrawal is sent: a second one is refused. */
export const withdrawalLock = (accountId: string): string => `laso-withdraw:${accountId}`;
/**
 * Held while withdrawal records are read and changed: a sender waits for a reader, a reader skips a sender.
 */
export const withdrawalRecordsLock = (accountId: string): string => `laso-withdraw-records:${accountId}`;
/** Held while an account is checked against the chain. */
export const chainCheckLock = (accountId: string): string => `laso-chain-check:${accountId}`;
/** Held by the tab that shows alerts as browser notifications. */
export const NOTIFICATIONS_LOCK = 'laso-alert-notifications';
/** Held while an account card is ordered. */
export const ACCOUNT_CARD_ORDER_LOCK = 'laso.account-card-order';
/** Held while a page waits for the account card it ordered. By user: two tabs may be two people's. */
export const openCardOrderLock = (userId: string | null): string =>
  `laso.account-card-open-order:${userId ?? ''}`;
