import type { AccountId } from '#domain/account.ts';
import type { SessionTokens } from './session.ts';
import { replaceTokens, sessionOf } from './session-store.ts';

interface Renewed {
  accountId: AccountId;
  tokens: SessionTokens;
}

/**
 * Tells this browser's other tabs about renewed tokens, because Laso may refuse the refresh token they still hold. Same origin, memory
 * only; a duplicated tab has its own copy of sessionStorage and would otherwise lose its session at the next renewal.
 */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('laso.tokens');

channel?.addEventListener('message', (event: MessageEvent<Renewed>) => {
  const { accountId, tokens } = event.data;
  const mine = sessionOf(accountId)?.tokens;
  if (mine && mine.expiresAtMs < tokens.expiresAtMs) void replaceTokens(accountId, tokens);
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
export const announceRenewal = (renewed: Renewed): void => channel?.postMessage(renewed);
