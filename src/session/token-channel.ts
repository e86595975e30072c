import * as z from 'zod/mini';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { TOKENS_CHANNEL } from '#storage/keys.ts';
import { replaceTokens, sessionOf } from './session-store.ts';
import { bestFirst, tokensSchema, type SessionTokens } from './session.ts';

/**
 * What this browser's tabs tell each other about renewed tokens, because Laso refuses the refresh token that a renewal replaced. A
 * duplicated tab has its own copy of sessionStorage and would otherwise lose its session. Same origin, memory only.
 */
const messageSchema = z.union([
  z.object({ accountId: z.string(), tokens: tokensSchema }),
  /** "Does anybody hold other tokens than these?" A tab that slept through a renewal asks before it gives up. */
  z.object({ accountId: z.string(), refused: z.string() }),
]);

/** Tabs answer within a few milliseconds; a busy machine gets time. Only a session that would end otherwise waits for it. */
const ANSWER_MS = 1_000;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(TOKENS_CHANNEL);
const arrivals = new EventTarget();
/** Refused ID tokens that another tab is asked about now. */
const asked = new Set<string>();

channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = z.safeParse(messageSchema, event.data);
  if (!message.success) return;
  const accountId = accountIdOf(message.data.accountId);
  const mine = sessionOf(accountId)?.tokens;
  if ('refused' in message.data) {
    if (mine && mine.idToken !== message.data.refused) announceRenewal({ accountId, tokens: mine });
    return;
  }
  const { tokens } = message.data;
  // The same second counts as newer: it was told later. Where ours were refused, any others may be good.
  if (!mine || mine.idToken === tokens.idToken) return;
  if (bestFirst(mine, tokens) < 0 && !asked.has(mine.idToken)) return;
  void replaceTokens(accountId, tokens);
  arrivals.dispatchEvent(new Event(accountId));
});

export function announceRenewal(renewed: { accountId: AccountId; tokens: SessionTokens }): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
  channel?.postMessage(renewed);
}

/** Resolves once another tab has given us other tokens than the refused ones (they are in the store then), or after a moment without. */
export async function askOtherTabs(
  accountId: AccountId,
  refusedIdToken: string,
  answerMs = ANSWER_MS,
): Promise<void> {
  if (!channel) return;
  asked.add(refusedIdToken);
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      arrivals.removeEventListener(accountId, done);
      resolve();
    };
    const timer = setTimeout(done, answerMs);
    arrivals.addEventListener(accountId, done);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
    channel.postMessage({ accountId, refused: refusedIdToken });
  });
  asked.delete(refusedIdToken);
}
