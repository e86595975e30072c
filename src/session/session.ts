import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';

export interface SessionTokens {
  idToken: string;
  /** Null for a link that carried an ID token: it works until it ends and cannot be renewed. */
  refreshToken: string | null;
  expiresAtMs: number;
}

/**
 * Which of two tokens of one account is better, best first: one that can be renewed (identity service or Laso made it), then the one that ends later.
 * An end alone says nothing: whoever makes up a token writes any end into it.
 */
export const bestFirst = (a: SessionTokens, b: SessionTokens): number =>
  Number(b.refreshToken !== null) - Number(a.refreshToken !== null) || b.expiresAtMs - a.expiresAtMs;

/** Nothing that a token without renewal can bring is missing: it is not needed. */
export const outlasts = (tokens: SessionTokens | null | undefined, endsAtMs: number): boolean =>
  tokens !== null && tokens !== undefined && (tokens.refreshToken !== null || tokens.expiresAtMs >= endsAtMs);

/** One signed-in account. `tokens` is null once Laso refused to renew it: what is on screen stays, nothing new is read. */
export interface Session {
  accountId: AccountId;
  userId: string;
  tokens: SessionTokens | null;
  /** "Keep me signed in": on this device (IndexedDB), else in this tab (sessionStorage). */
  keep: boolean;
  signedInAtMs: number;
  /** Its sign-ins before, newest first, back to the last sign-out. */
  earlierMs?: number[] | undefined;
}

export const tokensSchema = z.object({
  idToken: z.string(),
  refreshToken: z.nullable(z.string()),
  expiresAtMs: z.number(),
});

const sessionSchema = z.object({
  accountId: z.string(),
  userId: z.string(),
  tokens: z.nullable(tokensSchema),
  keep: z.boolean(),
  signedInAtMs: z.number(),
  earlierMs: z.optional(z.array(z.number())),
});

/** A stored session, or null when storage holds something else. */
export function parseSession(value: unknown): Session | null {
  const result = z.safeParse(sessionSchema, value);
  // The cast restores the brand that storage cannot hold.
  return result.success ? { ...result.data, accountId: result.data.accountId as AccountId } : null;
}
