import { randomBytes } from 'node:crypto';
import type { SIWxExtensionInfo, SIWxPayload } from '@x402/extensions/sign-in-with-x';
import type { SandboxClock } from '../clock.ts';

/** The CAIP-122 messages this server has asked to be signed. Each is good once, for five minutes. */
export interface SignInChallenges {
  issue(uri: string): SIWxExtensionInfo;
  /**
   * Null when the message is exactly one that this server issued
   * and that is still good; else what is wrong, in x402's words.
   */
  problemWith(payload: SIWxPayload): string | null;
  /** True once for each nonce. */
  use(nonce: string): boolean;
  clear(): void;
}

const LIVES_MS = 5 * 60_000;
const STATEMENT = 'Sign in to Laso Finance. This does not move money.';

export function createSignInChallenges(clock: SandboxClock): SignInChallenges {
  const issued = new Map<string, SIWxExtensionInfo>();
  return {
    issue: (uri) => {
      const nonce = randomBytes(16).toString('hex');
      const nowMs = clock.now();
      const info: SIWxExtensionInfo = {
        domain: new URL(uri).host,
        uri,
        statement: STATEMENT,
        version: '1',
        nonce,
        issuedAt: new Date(nowMs).toISOString(),
        expirationTime: new Date(nowMs + LIVES_MS).toISOString(),
        resources: [uri],
      };
      issued.set(nonce, info);
      return info;
    },
    problemWith: (payload) => {
      const info = issued.get(payload.nonce);
      if (!info) return 'invalid_siwx_nonce';
      if (payload.domain !== info.domain) return 'invalid_siwx_domain_mismatch';
      if (payload.uri !== info.uri) return 'invalid_siwx_uri_mismatch';
      if (payload.issuedAt !== info.issuedAt) return 'invalid_siwx_issued_at';
      if (payload.expirationTime !== info.expirationTime) return 'invalid_siwx_expiration_time';
      if (Date.parse(info.expirationTime ?? '') <= clock.now()) return 'invalid_siwx_expired';
      const sameWords =
        payload.statement === info.statement &&
        payload.version === info.version &&
        payload.notBefore === undefined &&
        payload.requestId === undefined &&
        payload.resources?.join('\n') === info.resources?.join('\n');
      return sameWords ? null : 'invalid_siwx_signature';
    },
    use: (nonce) => issued.delete(nonce),
    clear: () => issued.clear(),
  };
}
