import {
  buildSIWxSchema,
  parseSIWxHeader,
  SIGN_IN_WITH_X,
  verifySIWxSignature,
  type SIWxPayload,
  type SupportedChain,
} from '@x402/extensions/sign-in-with-x';
import { accountIdOf } from '#domain/account.ts';
import { BASE, SOLANA } from '#domain/chain.ts';
import { patched } from '../control/patched.ts';
import { faultRequestOf, type RequestContext, type SandboxContext } from '../context.ts';
import { version2 } from '../payment/wire-version-2.ts';
import { frozenAnswer } from './require-account.ts';

const CHAINS: SupportedChain[] = [
  { chainId: BASE, type: 'eip191' },
  { chainId: SOLANA, type: 'ed25519' },
];

/** The purpose that its challenge states. */
export const SIGN_IN = 'Sign in to Laso Finance';

export const isSigned = (c: RequestContext): boolean => c.req.header(SIGN_IN_WITH_X) !== undefined;

/**
 * Free sign-in with a wallet (laso-api.md §1.3, CAIP-122): the 402 carries a
 * message to sign, the signed one comes in `SIGN-IN-WITH-X`. For anything that
 * is wrong with it, the answer is a 402 with a new challenge, never a 401.
 */
export async function signInWithX(
  c: RequestContext,
  context: SandboxContext,
  answer: (userId: string) => Response,
  /** The 402 with its reason; by default one without a price. */
  ask: (error: string) => Response | Promise<Response> = (error) => freeChallenge(c, context, error),
): Promise<Response> {
  const header = c.req.header(SIGN_IN_WITH_X);
  if (header === undefined) return ask('Sign-in required');
  const payload = payloadIn(header);
  if (!payload) return ask('invalid_siwx_header');
  const problem = unsupported(payload) ?? context.signIns.problemWith(payload);
  if (problem !== null) return ask(problem);
  const { publicClient } = context.chain;
  const verified = await verifySIWxSignature(payload, {
    evmVerifier: (message) => publicClient.verifyMessage(message),
  });
  if (!verified.isValid) return ask(verified.invalidReason);
  // It is used up only now and in one step: the same signed message twice at once signs in once.
  if (!context.signIns.use(payload.nonce)) return ask('invalid_siwx_nonce');
  const userId = accountIdOf(verified.payer);
  return frozenAnswer(c, context.store.account(userId).frozenMessage) ?? answer(userId);
}

/** The extension of a challenge: a new message to sign. */
export const signInOffer = (c: RequestContext, context: SandboxContext): Record<string, unknown> => ({
  [SIGN_IN_WITH_X]: {
    info: context.signIns.issue(context.resourceUrl(c)),
    supportedChains: CHAINS,
    schema: buildSIWxSchema(),
  },
});

function freeChallenge(c: RequestContext, context: SandboxContext, error: string): Response {
  const required = {
    x402Version: 2,
    error,
    resource: { url: context.resourceUrl(c), description: SIGN_IN, mimeType: 'application/json' },
    accepts: [],
    extensions: signInOffer(c, context),
  };
  const fault = context.faults.take('changed-challenge', faultRequestOf(c));
  return version2.challenge(c, fault ? patched(required, fault.patch) : required);
}

function payloadIn(header: string): SIWxPayload | null {
  try {
    return parseSIWxHeader(header);
  } catch {
    return null;
  }
}

const unsupported = ({ chainId, type }: SIWxPayload): string | null =>
  CHAINS.some((chain) => chain.chainId === chainId && chain.type === type)
    ? null
    : 'invalid_siwx_unsupported_chain';
