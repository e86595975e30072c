import type { LasoConfig } from '#config/config-schema.ts';
import type { Credentials } from '#laso/auth.ts';
import { exchangeCustomToken } from '#laso/identity.ts';
import { checkRedeemed, type LinkVerdict } from '#laso/login-link.ts';
import { redeemCode } from '#laso/redeem-code.ts';
import { LasoError } from '#laso/laso-error.ts';

export type RedeemableLink = Extract<LinkVerdict, { kind: 'custom-token' | 'id-token' | 'code' }>;

/** The link answered with tokens for something else than it said; they are dropped. */
export class LinkMismatch extends Error {
  readonly reason: 'wrong-project' | 'wrong-account';
  constructor(reason: LinkMismatch['reason']) {
    super(`The link's tokens are for the ${reason === 'wrong-project' ? 'wrong project' : 'wrong account'}.`);
    this.name = 'LinkMismatch';
    this.reason = reason;
  }
}

/** The link itself is no good: trying it again cannot help. */
export const isRefused = (error: unknown): boolean =>
  error instanceof LinkMismatch || (error instanceof LasoError && error.kind === 'link-refused');

/** The configuration key an operator must set before such a link can be opened here, or null. */
export function missingKeyFor(link: LinkVerdict, config: LasoConfig): string | null {
  if (link.kind === 'problem') return link.problem === 'not-configured' ? 'firebaseProjectId' : null;
  if (!config.firebaseProjectId) return 'firebaseProjectId';
  if (link.kind === 'custom-token' && !config.firebaseApiKey) return 'firebaseApiKey';
  if (link.kind === 'code' && !config.authCodeUrl) return 'authCodeUrl';
  return null;
}

/**
 * Turns a link into session tokens, once: call only after the person said so, and never again with the same link (product.md §1).
 * Throws LinkMismatch, or LasoError when the identity service refuses or cannot be reached. An ID token, which nobody has looked at before, is
 * tried at Laso; it is not used up by that.
 */
export async function redeemLink(link: RedeemableLink, config: LasoConfig): Promise<Credentials> {
  const credentials = await exchange(link, config);
  const shownAccount = link.kind === 'code' ? null : link.account;
  const verdict = checkRedeemed(credentials, { shownAccount, firebaseProjectId: config.firebaseProjectId });
  if (verdict !== 'ok') throw new LinkMismatch(verdict);
  return credentials;
}

async function exchange(link: RedeemableLink, config: LasoConfig): Promise<Credentials> {
  switch (link.kind) {
    case 'custom-token':
      return exchangeCustomToken({
        identityToolkitUrl: config.identityToolkitUrl,
        firebaseApiKey: config.firebaseApiKey,
        token: link.token,
      });
    case 'code':
      return redeemCode({ authCodeUrl: config.authCodeUrl ?? '', code: link.code });
    case 'id-token':
      // Most links are of another kind.
      await (
        await import('#laso/try-id-token.ts')
      ).tryIdToken({ baseUrl: config.apiBaseUrl, account: link.account, idToken: link.token });
      return {
        accountId: link.account,
        userId: link.userId,
        idToken: link.token,
        refreshToken: null,
        expiresAtMs: link.expiresAtMs,
      };
  }
}
