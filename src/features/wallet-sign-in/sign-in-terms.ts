import { apiOriginsOf } from '#config/api-origins.ts';
import type { LasoConfig, NetworkConfig } from '#config/config-schema.ts';
import { chainFor, checkSignIn } from '#laso/sign-in-with-x-check.ts';
import { signInMessage } from '#laso/sign-in-with-x-message.ts';
import { askSignInOffer, authRequestUrl } from '#laso/sign-in-with-x-request.ts';
import type { SignInChain, SignInInfo } from '#laso/sign-in-with-x.ts';
import { quoteAuth, type AuthQuote } from './auth-quote.ts';
import { SignInError } from './sign-in-error.ts';

/** Free: a message to sign. It may be signed only while `problems` (sentences) is empty. */
export interface SignatureTerms {
  readonly kind: 'signature';
  readonly info: SignInInfo;
  readonly chain: SignInChain;
  readonly message: string;
  readonly problems: readonly string[];
}

export type SignInTerms = SignatureTerms | { readonly kind: 'payment'; readonly quote: AuthQuote };

interface Asking {
  readonly config: LasoConfig;
  readonly network: NetworkConfig;
  /** The wallet's address as its chain writes it. */
  readonly address: string;
  readonly signal?: AbortSignal;
}

/**
 * The free sign-in, when the 402 of `GET /auth` offers it to this network; else null. Rejects with a
 * `LasoError`.
 */
export async function askSignature(asking: Asking): Promise<SignatureTerms | null> {
  const { signature } = await askOffer(asking);
  return signature;
}

/**
 * How this wallet can sign in, as `GET /auth` answers: free where offered, otherwise paid. Rejects with
 * LasoError, PaymentError or SignInError.
 */
export async function askTerms(asking: Asking): Promise<SignInTerms> {
  const { signature, payable } = await askOffer(asking);
  if (signature) return signature;
  if (!payable) throw new SignInError('not-offered');
  return { kind: 'payment', quote: await quoteAuth(asking.config, asking.network, asking.signal) };
}

async function askOffer({ config, network, address, signal }: Asking) {
  const baseUrl = config.apiBaseUrl;
  const { challenge, payable } = await askSignInOffer({ baseUrl, signal });
  const chain = challenge && chainFor(challenge, network.id);
  if (!chain) return { signature: null, payable };
  const problems = checkSignIn(challenge, {
    network: network.id,
    apiOrigins: apiOriginsOf(config),
    requestUrl: authRequestUrl(baseUrl),
    nowMs: Date.now(),
  });
  const { info } = challenge;
  const message = signInMessage(info, network.id, address);
  const signature: SignatureTerms = { kind: 'signature', info, chain, message, problems };
  return { signature, payable };
}
